using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Local.Stores;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteUsageStoreTests : UsageStoreContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IUsageStore Store => _stores.Get<IUsageStore>();

    [Fact]
    public async Task What_a_dead_request_reserved_for_an_upload_it_never_opened_is_free_after_the_restart_and_all_else_is_kept()
    {
        var upload = Samples.Upload("owner");
        await _stores.Get<IUploadStore>().AddAsync(upload, default);
        foreach (var (key, amount) in new[]
            {
                ($"upload:{upload.Id}", new UsageAmount(Bytes: 1, Uploads: 1)),
                ("upload:upload_never_opened", new UsageAmount(Bytes: 10, Uploads: 1)),
                ("upload:upload_kept_original", new UsageAmount(Bytes: 100)),
                ("minutes:asset:1", new UsageAmount(Minutes: 2)),
            })
            await Store.TryReserveAsync(Samples.Reservation("owner", key, amount), new QuotaLimits(), Samples.Now, default);

        await _stores.Get<DeadRequests>().ForgetAsync(default);

        Assert.Equal(new UsageAmount(101, 2, 1), await Store.SumAsync("owner", Samples.Now, default));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}

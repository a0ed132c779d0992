using StreamPlatform.Domain.Accounts;
using StreamPlatform.Local.Stores;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteIdempotencyStoreTests : IdempotencyStoreContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IIdempotencyStore Store => _stores.Get<IIdempotencyStore>();

    [Fact]
    public async Task A_request_that_died_with_its_process_can_be_repeated_at_once_after_the_restart_and_an_answered_one_keeps_its_answer()
    {
        var (dead, answered) = (Key("dead"), Key("answered"));
        var died = await Store.ClaimAsync(dead, Samples.Now, default);
        await Store.ClaimAsync(answered, Samples.Now, default);
        await Store.CompleteAsync(answered, new StoredAnswer(201, "{}", new Dictionary<string, string>()), default);

        await _stores.Get<DeadRequests>().ForgetAsync(default);

        Assert.Equal(died, await Store.ClaimAsync(dead, Samples.Now, default));
        Assert.Equal(ClaimOutcome.Answered, (await Store.ClaimAsync(answered, Samples.Now, default)).Outcome);
        static IdempotencyKey Key(string key) => new("owner", "POST /api/uploads", key, "hash");
    }

    [Fact]
    public async Task Pruning_leaves_no_row_older_than_a_day()
    {
        var key = new IdempotencyKey("owner", "POST /api/uploads", "old", "hash");
        await Store.ClaimAsync(key, Samples.Now, default);

        await Store.PruneAsync(Samples.Now.AddHours(24), default);

        // A claim that was still there would be in progress at this time.
        Assert.Equal(ClaimOutcome.Claimed, (await Store.ClaimAsync(key, Samples.Now, default)).Outcome);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}

using StreamPlatform.Domain.Accounts;
using static StreamPlatform.Tests.Contracts.Stores.Samples;

namespace StreamPlatform.Tests.Contracts.Stores;

/// <summary>What every <see cref="IUsageStore"/> must do; a subclass an adapter.</summary>
public abstract class UsageStoreContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly QuotaLimits Limits = new() { BytesStored = 100, MinutesPerMonth = 10, ConcurrentUploads = 2 };

    private readonly string _owner = NewOwner();

    private protected abstract IUsageStore Store { get; }

    [SkippableFact]
    public async Task Reservations_add_up_and_the_one_too_many_is_told_which_quota_it_exceeds()
    {
        Assert.Null(await ReserveAsync("a", new UsageAmount(Bytes: 60, Uploads: 1)));
        Assert.Equal(QuotaKind.Bytes, await ReserveAsync("b", new UsageAmount(Bytes: 41, Uploads: 1)));
        Assert.Null(await ReserveAsync("b", new UsageAmount(Bytes: 40, Uploads: 1)));
        Assert.Equal(QuotaKind.Uploads, await ReserveAsync("c", new UsageAmount(Uploads: 1)));
        Assert.Equal(QuotaKind.Minutes, await ReserveAsync("d", new UsageAmount(Minutes: 10.5)));

        Assert.Equal(new UsageAmount(100, 0, 2), await Store.SumAsync(_owner, Now, Ct));
    }

    [SkippableFact]
    public async Task A_repeated_reservation_counts_once_and_may_change_its_amount()
    {
        await ReserveAsync("a", new UsageAmount(Bytes: 60));
        Assert.Null(await ReserveAsync("a", new UsageAmount(Bytes: 60)));
        Assert.Equal(QuotaKind.Bytes, await ReserveAsync("a", new UsageAmount(Bytes: 101)));

        Assert.Equal(60, (await Store.SumAsync(_owner, Now, Ct)).Bytes);
        Assert.Null(await ReserveAsync("a", new UsageAmount(Bytes: 100)));
        Assert.Equal(100, (await Store.SumAsync(_owner, Now, Ct)).Bytes);
    }

    [SkippableFact]
    public async Task Another_owners_usage_does_not_count()
    {
        await ReserveAsync("a", new UsageAmount(Bytes: 100));

        Assert.Null(await Store.TryReserveAsync(
            Reservation(NewOwner(), "a", new UsageAmount(Bytes: 100)), Limits, Now, Ct));
    }

    [SkippableFact]
    public async Task Settling_fixes_the_real_amount_once()
    {
        await ReserveAsync("a", new UsageAmount(Bytes: 60, Uploads: 1));

        await Store.SettleAsync(_owner, "a", new UsageAmount(Bytes: 50), Ct);
        await Store.SettleAsync(_owner, "a", new UsageAmount(Bytes: 1), Ct);
        Assert.Null(await ReserveAsync("a", new UsageAmount(Bytes: 99)));

        Assert.Equal(new UsageAmount(Bytes: 50), await Store.SumAsync(_owner, Now.AddDays(1), Ct));
    }

    [SkippableFact]
    public async Task What_was_released_stays_released_when_a_late_repeat_comes()
    {
        await ReserveAsync("a", new UsageAmount(Bytes: 60, Uploads: 1));
        await Store.ReleaseAsync(_owner, "a", Ct);

        await Store.ReleaseAsync(_owner, "a", Ct);
        await Store.SettleAsync(_owner, "a", new UsageAmount(Bytes: 60), Ct);
        await ReserveAsync("a", new UsageAmount(Bytes: 60));

        Assert.Equal(default, await Store.SumAsync(_owner, Now, Ct));
    }

    [SkippableFact]
    public async Task A_reservation_nobody_settled_lapses()
    {
        await ReserveAsync("a", new UsageAmount(Bytes: 60, Uploads: 1));

        Assert.Equal(60, (await Store.SumAsync(_owner, Now.AddMinutes(59), Ct)).Bytes);
        Assert.Equal(default, await Store.SumAsync(_owner, Now.AddMinutes(60), Ct));
    }

    [SkippableFact]
    public async Task Minutes_count_in_their_calendar_month()
    {
        await ReserveAsync("a", new UsageAmount(Minutes: 9));
        await Store.SettleAsync(_owner, "a", new UsageAmount(Minutes: 9), Ct);

        Assert.Equal(9, (await Store.SumAsync(_owner, Now.AddDays(10), Ct)).Minutes);
        Assert.Equal(0, (await Store.SumAsync(_owner, Now.AddMonths(1), Ct)).Minutes);
    }

    [SkippableFact]
    public async Task Many_at_once_never_exceed_the_limit()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => ReserveAsync($"k{n}", new UsageAmount(Bytes: 10))));

        Assert.Equal(10, results.Count(result => result is null));
        Assert.Equal(100, (await Store.SumAsync(_owner, Now, Ct)).Bytes);
    }

    private Task<QuotaKind?> ReserveAsync(string key, UsageAmount amount) =>
        Store.TryReserveAsync(Reservation(_owner, key, amount), Limits, Now, Ct);
}

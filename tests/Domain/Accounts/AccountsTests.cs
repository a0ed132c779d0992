using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Domain.Tests.Accounts;

public sealed class AccountsTests : IAsyncLifetime
{
    private readonly House _house = new(new QuotaLimits { BytesStored = 1000, MinutesPerMonth = 2, ConcurrentUploads = 1 });

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task The_first_key_works_and_is_kept()
    {
        var ensure = _house.Get<EnsureFirstApiKey>();
        var secret = await ensure.ExecuteAsync(null, default);

        Assert.StartsWith("sk_", secret, StringComparison.Ordinal);
        Assert.Equal(secret, await ensure.ExecuteAsync(secret, default));
        var caller = await _house.Get<Authenticate>().ExecuteAsync(secret, default);
        Assert.Equal(EnsureFirstApiKey.FirstOwnerId, caller.Value.OwnerId);
        Assert.DoesNotContain(secret, caller.Value.KeyId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_key_file_gives_a_new_key_to_the_same_owner()
    {
        var ensure = _house.Get<EnsureFirstApiKey>();
        var first = await ensure.ExecuteAsync(null, default);
        var second = await ensure.ExecuteAsync("not a key", default);

        var owners = new[]
        {
            (await _house.Get<Authenticate>().ExecuteAsync(first, default)).Value.OwnerId,
            (await _house.Get<Authenticate>().ExecuteAsync(second, default)).Value.OwnerId,
        };
        Assert.NotEqual(first, second);
        Assert.Single(owners.Distinct());
    }

    [Theory]
    [InlineData(null, "auth.required")]
    [InlineData("", "auth.required")]
    [InlineData("hello", "auth.invalid_key")]
    [InlineData("sk_0123456789abcdefghjkmnpqrs", "auth.invalid_key")]
    public async Task Without_a_known_key_nobody_gets_in(string? secret, string code)
    {
        var result = await _house.Get<Authenticate>().ExecuteAsync(secret, default);

        Assert.Equal((code, 401), (result.Error?.Code, result.Error?.Status));
    }

    [Fact]
    public async Task The_minutes_of_a_run_count_once_however_often_it_asks()
    {
        var quotas = _house.Get<Quotas>();

        Assert.True((await quotas.UseMinutesAsync(_house.Owner, "asset_1", 1, 90, default)).Succeeded);
        Assert.True((await quotas.UseMinutesAsync(_house.Owner, "asset_1", 1, 90, default)).Succeeded);
        var tooMuch = await quotas.UseMinutesAsync(_house.Owner, "asset_1", 2, 90, default);

        Assert.Equal(("quota.minutes", 403), (tooMuch.Error?.Code, tooMuch.Error?.Status));
        Assert.Equal(1.5, (await _house.UsageAsync()).Minutes);
        _house.Clock.Advance(TimeSpan.FromDays(31));
        Assert.True((await quotas.UseMinutesAsync(_house.Owner, "asset_1", 2, 90, default)).Succeeded);
    }

    [Theory]
    [InlineData(0, 1.0, 1, "Quotas:BytesStored")]
    [InlineData(1, double.NaN, 1, "Quotas:MinutesPerMonth")]
    [InlineData(1, 1.0, -1, "Quotas:ConcurrentUploads")]
    public void A_limit_that_cannot_be_meant_names_its_setting(long bytes, double minutes, int uploads, string setting)
    {
        var limits = new QuotaLimits { BytesStored = bytes, MinutesPerMonth = minutes, ConcurrentUploads = uploads };

        Assert.Contains(setting, Assert.Throws<InvalidOperationException>(limits.Validated).Message, StringComparison.Ordinal);
    }
}

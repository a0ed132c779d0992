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
        Assert.DoesNotContain(secret, caller.Value.CredentialId, StringComparison.Ordinal);
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
    [InlineData("a.b.c", "auth.invalid_token")]
    public async Task Without_a_known_key_nobody_gets_in(string? secret, string code)
    {
        var result = await _house.Get<Authenticate>().ExecuteAsync(secret, default);

        Assert.Equal((code, 401), (result.Error?.Code, result.Error?.Status));
    }

    [Fact]
    public async Task A_person_is_one_user_for_an_issuer_and_another_for_the_next()
    {
        var names = new[] { ("https://one", "ada"), ("https://one", "bob"), ("https://two", "ada") };
        foreach (var (issuer, subject) in names)
            _house.Tokens[$"{issuer}.{subject}."] = new ProvenIdentity(issuer, subject, Role.Viewer, "session");

        var callers = new List<Caller>();
        foreach (var (issuer, subject) in names.Append(names[0]))
            callers.Add((await _house.Get<Authenticate>().ExecuteAsync($"{issuer}.{subject}.", default)).Value);

        Assert.Equal(3, callers.Select(caller => caller.UserId).Distinct().Count());
        Assert.Equal(callers[0], callers[3]);
        Assert.All(callers, caller => Assert.True(OpaqueId.IsValid(caller.UserId, UserIds.Prefix)));
        Assert.All(callers, caller => Assert.Equal((caller.UserId, Role.Viewer, CredentialKind.AccessToken), (caller.OwnerId, caller.Role, caller.Credential)));
    }

    [Fact]
    public async Task The_first_owner_runs_the_installation_and_the_owner_of_another_key_creates()
    {
        var other = ApiKey.NewSecret();
        await _house.Get<IApiKeyStore>().AddAsync(new ApiKey { Hash = ApiKey.HashOf(other), OwnerId = _house.Owner, Name = "other", CreatedAt = _house.Clock.GetUtcNow() }, default);

        Assert.Equal(Role.Operator, await RoleOfAsync(await _house.Get<EnsureFirstApiKey>().ExecuteAsync(null, default)));
        Assert.Equal(Role.Creator, await RoleOfAsync(other));
    }

    [Theory]
    [InlineData(Role.Viewer, Role.Viewer, true)]
    [InlineData(Role.Viewer, Role.Creator, false)]
    [InlineData(Role.Creator, Role.Viewer, true)]
    [InlineData(Role.Creator, Role.Moderator, false)]
    [InlineData(Role.Moderator, Role.Creator, true)]
    [InlineData(Role.Moderator, Role.Operator, false)]
    [InlineData(Role.Operator, Role.Moderator, true)]
    public void A_role_may_what_lower_ones_may(Role has, Role wanted, bool may)
    {
        var caller = new Caller("user_1", "user_1", has, CredentialKind.AccessToken, "session").AtLeast(wanted);

        Assert.Equal(may ? null : "auth.role_required", caller.Error?.Code);
    }

    private async Task<Role> RoleOfAsync(string secret) => (await _house.Get<Authenticate>().ExecuteAsync(secret, default)).Value.Role;

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

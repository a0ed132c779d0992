using Microsoft.IdentityModel.JsonWebTokens;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Functions.Accounts;
using StreamPlatform.Functions.Accounts.Deletion;
using StreamPlatform.Functions.Accounts.Profiles;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Accounts.SignInHouse;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts.Deletion;

/// <summary>Asking for one's account to be deleted, and taking it back.</summary>
public sealed class DeletionRoutesTests(FakeIssuer issuer) : IAsyncLifetime, IClassFixture<FakeIssuer>
{
    private readonly SignInHouse _house = new(FakeIssuer.Settings(issuer));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Signing_in_within_a_week_takes_it_back()
    {
        var joined = await _house.JoinAsync();
        var asked = await AskAsync(joined.Text("accessToken")!, Password);
        Assert.Equal((202, "2026-03-21T15:09:26+00:00"), (asked.Status, asked.Text("dueAt")));
        (await _house.AccountAsync(joined.Text("accessToken"))).IsProblem(401, "auth.invalid_token");
        (await _house.RefreshAsync(joined.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
        Assert.Single(_house.House.Letters, letter => letter.Contains("will be deleted on 21 March 2026 at 15:09 UTC", StringComparison.Ordinal));

        _house.House.Clock.Advance(TimeSpan.FromDays(6.9));
        var back = await _house.SignInAsync();
        Assert.Null((await MeAsync(back.Text("accessToken")!)).Text("deletionDueAt"));

        _house.House.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await _house.House.Get<AccountDeletions>().DueAsync(default));
    }

    [Fact]
    public async Task Whoever_did_not_sign_in_just_now_sends_the_password()
    {
        var joined = await _house.JoinAsync();
        _house.House.Clock.Advance(FreshProof.Fresh);
        var key = (await _house.RefreshAsync(joined.Text("refreshToken"))).Text("accessToken")!;

        (await AskAsync(key, null)).IsProblem(403, "auth.sign_in_again");
        (await AskAsync(key, "wrong")).IsProblem(403, "account.password_wrong");
        Assert.Null((await MeAsync(key)).Text("deletionDueAt"));
        Assert.Equal(202, (await AskAsync((await _house.SignInAsync()).Text("accessToken")!, null)).Status);
    }

    [Fact]
    public async Task An_issuer_elsewhere_says_when_somebody_signed_in_and_they_take_it_back_themselves()
    {
        var now = _house.House.Clock.GetUtcNow();
        string[] stale = [issuer.Token("eve", "viewer"), issuer.Token("eve", "viewer", token => token.Claims[JwtRegisteredClaimNames.AuthTime] = now.AddMinutes(-11).ToUnixTimeSeconds())];
        foreach (var key in stale)
            (await AskAsync(key, null)).IsProblem(403, "auth.sign_in_again");
        var fresh = issuer.Token("eve", "viewer", token => token.Claims[JwtRegisteredClaimNames.AuthTime] = now.AddMinutes(-9).ToUnixTimeSeconds());

        Assert.Equal(202, (await AskAsync(fresh, null)).Status);
        Assert.NotNull((await MeAsync(fresh)).Text("deletionDueAt"));
        for (var i = 0; i < 2; i++)
            Assert.Equal(204, (await _house.House.AnswerAsync(_house.House.Function<DeleteDeletion>().RunAsync(Request("DELETE", "auth/deletion", fresh), default))).Status);
        Assert.Null((await MeAsync(fresh)).Text("deletionDueAt"));
        (await AskAsync(await _house.House.NewKeyAsync(), null)).IsProblem(409, "account.no_password");
    }

    [Fact]
    public async Task An_account_is_erased_when_its_time_has_come_and_not_before()
    {
        var joined = await _house.JoinAsync();
        await AskAsync(joined.Text("accessToken")!, Password);
        var client = new RecordingDurableClient();
        var erase = _house.House.Function<EraseDueAccounts>();

        _house.House.Clock.Advance(AccountDeletion.Grace - TimeSpan.FromMinutes(1));
        await erase.RunAsync(null!, client, default);
        Assert.Empty(client.Started);
        Assert.Null((await _house.House.Get<EraseAccount>().StepAsync(new AccountErasure(joined.Text("userId")!), default)).Next);

        _house.House.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 2; i++)
            await erase.RunAsync(null!, client, default);
        Assert.Equal(AccountErasure.InstanceIdOf(joined.Text("userId")!, _house.House.Clock.GetUtcNow()), Assert.Single(client.Started).Key);

        // Once it has begun, nobody gets in to take it back.
        var step = await _house.House.Get<EraseAccount>().StepAsync(new AccountErasure(joined.Text("userId")!), default);
        (await _house.SignInAsync()).IsProblem(403, "auth.disabled");
        await _house.House.Get<AccountDeletions>().CancelAsync(joined.Text("userId")!, default);
        Assert.NotNull(await _house.House.Get<AccountDeletions>().FindAsync(joined.Text("userId")!, default));
        while (step.Next is { } next)
            step = await _house.House.Get<EraseAccount>().StepAsync(next, default);

        (await _house.SignInAsync()).IsProblem(401, "auth.sign_in_failed");
        Assert.Single(_house.House.Letters, letter => letter.Contains("This is the last letter.", StringComparison.Ordinal));
        Assert.NotEqual(joined.Text("userId"), (await _house.JoinAsync()).Text("userId"));
    }

    [Fact]
    public async Task Who_owns_an_organisation_alone_leaves_it_to_somebody_first()
    {
        var joined = await _house.JoinAsync();
        var organisation = (await _house.House.Get<Organisations>().CreateAsync(joined.Text("userId")!, "Walruses", null, default)).Value.Value;
        (await AskAsync(joined.Text("accessToken")!, Password)).IsProblem(409, "organisation.last_owner");

        var now = _house.House.Clock.GetUtcNow();
        await _house.House.Get<Organisations>().ChangeAsync(organisation.Id, found => found with { Members = [.. found.Members, new Member("user_1", MemberRole.Owner, now)] }, null, default);
        Assert.Equal(202, (await AskAsync(joined.Text("accessToken")!, Password)).Status);
    }

    private Task<Answer> AskAsync(string key, string? password) => _house.House.AnswerAsync(_house.House.Function<PostDeletion>().RunAsync(Request("POST", "auth/deletion", key, new { password }), default));

    private Task<Answer> MeAsync(string key) => _house.House.AnswerAsync(_house.House.Function<GetMe>().RunAsync(Request("GET", "me", key), default));
}

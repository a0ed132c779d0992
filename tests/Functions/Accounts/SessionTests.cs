using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Accounts.SignIn;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Accounts.SignInHouse;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

public sealed class SessionTests : IAsyncLifetime
{
    private readonly SignInHouse _house = new();
    private Answer _first = null!;

    public async Task InitializeAsync() => _first = await _house.JoinAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_refresh_token_counts_once_and_one_that_comes_again_ends_the_session()
    {
        var second = await _house.RefreshAsync(_first.Text("refreshToken"));
        var third = await _house.RefreshAsync(second.Text("refreshToken"));
        Assert.Equal((200, 200), (second.Status, third.Status));

        (await _house.RefreshAsync(_first.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
        (await _house.RefreshAsync(third.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
        Assert.Equal(200, (await _house.SignInAsync()).Status);
    }

    [Fact]
    public async Task Of_one_refresh_token_at_many_places_at_once_nobody_keeps_a_session()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _house.RefreshAsync(_first.Text("refreshToken")))));

        Assert.InRange(answers.Count(answer => answer.Status == 200), 0, 1);
        foreach (var answer in answers.Where(answer => answer.Status == 200))
            (await _house.RefreshAsync(answer.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
    }

    [Fact]
    public async Task A_guessed_token_ends_nobodys_session()
    {
        var token = RefreshToken.Parse(_first.Text("refreshToken"))!.Value;
        foreach (var guess in new[] { RefreshToken.New(token.UserId).ToString(), "rt_", "", null, token + "0", token.ToString().ToUpperInvariant(), new string('x', 10_000) })
            (await _house.RefreshAsync(guess)).IsProblem(401, "auth.session_ended");

        Assert.Equal(200, (await _house.RefreshAsync(_first.Text("refreshToken"))).Status);
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used_for_thirty_days_and_after_ninety_in_any_case()
    {
        var answer = _first;
        for (var day = 0; day < 87; day += 29)
        {
            _house.House.Clock.Advance(TimeSpan.FromDays(29));
            answer = await _house.RefreshAsync(answer.Text("refreshToken"));
            Assert.Equal(200, answer.Status);
        }

        _house.House.Clock.Advance(TimeSpan.FromDays(3));
        (await _house.RefreshAsync(answer.Text("refreshToken"))).IsProblem(401, "auth.session_ended");

        answer = await _house.SignInAsync();
        _house.House.Clock.Advance(TimeSpan.FromDays(30));
        (await _house.RefreshAsync(answer.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
    }

    [Fact]
    public async Task An_access_token_counts_for_ten_minutes()
    {
        _house.House.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(200, (await _house.AccountAsync(_first.Text("accessToken"))).Status);
        _house.House.Clock.Advance(TimeSpan.FromSeconds(31));
        (await _house.AccountAsync(_first.Text("accessToken"))).IsProblem(401, "auth.token_expired");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_leaves_the_others()
    {
        var other = await _house.SignInAsync();

        Assert.Equal(204, (await _house.SignOutAsync(_first.Text("refreshToken"))).Status);
        Assert.Equal(204, (await _house.SignOutAsync("nonsense")).Status);

        (await _house.RefreshAsync(_first.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
        Assert.Equal(200, (await _house.RefreshAsync(other.Text("refreshToken"))).Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sessions_and_their_access_tokens_at_once()
    {
        var other = await _house.SignInAsync();

        Assert.Equal(204, (await _house.SignOutEverywhereAsync(_first.Text("accessToken")!)).Status);

        foreach (var answer in new[] { _first, other })
        {
            (await _house.AccountAsync(answer.Text("accessToken"))).IsProblem(401, "auth.invalid_token");
            (await _house.RefreshAsync(answer.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
        }

        Assert.Equal(200, (await _house.AccountAsync((await _house.SignInAsync()).Text("accessToken"))).Status);
    }

    [Fact]
    public async Task Sessions_are_listed_for_their_owner_who_may_end_any_and_nobody_else_may()
    {
        _house.House.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await _house.SignInAsync();
        var bob = await _house.JoinAsync("bob@example.com");

        var items = (await _house.SessionsAsync(second.Text("accessToken")!)).Body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["Walrus/1.0", null], items.Select(item => item.TryGetProperty("device", out var device) ? device.GetString() : null));
        Assert.Equal([true, false], items.Select(item => item.GetProperty("current").GetBoolean()));
        var id = items[1].GetProperty("id").GetString()!;

        await EndAsync(bob.Text("accessToken")!, id);
        var refreshed = await _house.RefreshAsync(_first.Text("refreshToken"));
        Assert.Equal(200, refreshed.Status);
        await EndAsync(second.Text("accessToken")!, id);
        (await _house.RefreshAsync(refreshed.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
        Assert.Equal(200, (await _house.RefreshAsync(second.Text("refreshToken"))).Status);
    }

    [Fact]
    public async Task Another_password_by_letter_ends_every_session_and_voids_the_other_links()
    {
        await _house.ResetAsync();
        var first = _house.TokenTo(Ada);
        _house.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await _house.ResetAsync();

        (await _house.FinishResetAsync(_house.TokenTo(Ada), "password")).IsProblem(400, "account.password_too_weak");
        Assert.Equal(204, (await _house.FinishResetAsync(_house.TokenTo(Ada), "nine green walruses")).Status);

        (await _house.AccountAsync(_first.Text("accessToken"))).IsProblem(401, "auth.invalid_token");
        (await _house.RefreshAsync(_first.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
        (await _house.SignInAsync()).IsProblem(401, "auth.sign_in_failed");
        Assert.Equal(200, (await _house.SignInAsync(password: "nine green walruses")).Status);
        (await _house.FinishResetAsync(first, "nine blue walruses")).IsProblem(400, "auth.link_invalid");
        Assert.Contains(_house.House.Letters, letter => letter.Contains("Subject: Your account was changed", StringComparison.Ordinal));

        await _house.ResetAsync();
        var late = _house.TokenTo(Ada);
        _house.House.Clock.Advance(TimeSpan.FromMinutes(30));
        (await _house.FinishResetAsync(late, "nine blue walruses")).IsProblem(400, "auth.link_invalid");
    }

    [Fact]
    public async Task Another_password_takes_the_current_one_ends_every_session_and_opens_one()
    {
        var key = _first.Text("accessToken")!;
        (await _house.ChangeAsync(key, "wrong", "nine green walruses")).IsProblem(403, "account.password_wrong");
        (await _house.ChangeAsync(key, Password, "password")).IsProblem(400, "account.password_too_weak");

        var changed = await _house.ChangeAsync(key, Password, "nine green walruses");

        Assert.Equal(200, changed.Status);
        (await _house.AccountAsync(key)).IsProblem(401, "auth.invalid_token");
        (await _house.RefreshAsync(_first.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
        Assert.Equal(200, (await _house.AccountAsync(changed.Text("accessToken"))).Status);
        Assert.Equal(200, (await _house.SignInAsync(password: "nine green walruses")).Status);
        (await _house.ChangeAsync(await _house.House.NewKeyAsync(), Password, Password)).IsProblem(409, "account.no_password");
    }

    [Fact]
    public async Task Nothing_that_is_stored_opens_a_door()
    {
        await _house.ResetAsync();
        var secrets = new[] { _first.Text("refreshToken")!, RefreshToken.Parse(_first.Text("refreshToken"))!.Value.Secret[7..], RefreshToken.Parse(_first.Text("refreshToken"))!.Value.Family[7..], _first.Text("accessToken")!, _house.TokenTo(Ada), Password };

        var stored = string.Concat(_house.House.StoredFiles().Select(bytes => Encoding.Latin1.GetString(bytes)));

        Assert.Contains(_first.Text("userId")!, stored, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, stored, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_service_checks_access_tokens_by_what_is_published()
    {
        var metadata = await _house.House.AnswerAsync(_house.House.Function<GetIssuer>().RunAsync(Request("GET", "auth/.well-known/openid-configuration")));
        var keys = await _house.House.AnswerAsync(_house.House.Function<GetIssuerKeys>().RunAsync(Request("GET", "auth/keys"), default));
        Assert.Equal($"{metadata.Text("issuer")}/keys", metadata.Text("jwks_uri"));
        Assert.DoesNotContain("\"d\"", keys.Body.ToString(), StringComparison.Ordinal);

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(_first.Text("accessToken"), new TokenValidationParameters
        {
            ValidIssuer = metadata.Text("issuer"),
            ValidAudience = "http://localhost:7071",
            ValidTypes = ["at+jwt"],
            ValidAlgorithms = ["RS256"],
            IssuerSigningKeys = new JsonWebKeySet(keys.Body.ToString()).GetSigningKeys(),
            ValidateLifetime = false,
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(_first.Text("userId"), result.ClaimsIdentity.FindFirst("sub")?.Value ?? ((JsonWebToken)result.SecurityToken).Subject);
    }

    [Theory]
    [InlineData("another type")]
    [InlineData("another audience")]
    [InlineData("another generation")]
    [InlineData("no generation")]
    [InlineData("nobody")]
    [InlineData("the keys of playback tokens")]
    [InlineData("a playback token")]
    public async Task What_is_signed_here_for_something_else_lets_nobody_in(string what)
    {
        var user = _first.Text("userId")!;
        var key = what.Contains("playback", StringComparison.Ordinal)
            ? (await _house.House.Get<ISigningKeys>().ReadAsync(default))[0]
            : (await _house.House.Get<IAccessTokenKeys>().ReadAsync(default))[0];
        var rsa = System.Security.Cryptography.RSA.Create();
        rsa.ImportPkcs8PrivateKey(key.PrivateKey.Span, out _);
        var now = _house.House.Clock.GetUtcNow().UtcDateTime;
        string Sign(string? broken) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = broken == "another type" ? "JWT" : "at+jwt",
            Issuer = "http://localhost:7071/api/auth",
            Audience = broken == "another audience" ? "video" : "http://localhost:7071",
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = broken == "nobody" ? UserIds.New() : user, ["sid"] = "session_1" }
                .Concat(broken == "no generation" ? [] : new Dictionary<string, object> { ["gen"] = broken == "another generation" ? 2 : 1 }).ToDictionary(),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = key.Id }, SecurityAlgorithms.RsaSha256),
        });
        if (!what.Contains("playback", StringComparison.Ordinal))
            Assert.Equal(200, (await _house.AccountAsync(Sign(null))).Status);

        var token = what == "a playback token"
            ? (await _house.House.Get<IPlaybackTokens>().IssueAsync(new PlaybackClaims(user, PlaybackScope.Play), now, now.AddMinutes(5), default)).Token
            : Sign(what);

        (await _house.AccountAsync(token)).IsProblem(401, "auth.invalid_token");
    }

    private Task<Answer> EndAsync(string key, string id) =>
        _house.House.AnswerAsync(_house.House.Function<DeleteSession>().RunAsync(Request("DELETE", $"auth/sessions/{id}", key), id, default));
}

using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Functions.Accounts.Tokens;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

public sealed class TokenRoutesTests : IAsyncLifetime
{
    private readonly SignInHouse _house = new();
    private string _key = "";

    public async Task InitializeAsync() => _key = await _house.House.NewKeyAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_token_is_told_once_acts_for_its_account_and_is_seen_to_be_used()
    {
        var made = await PostAsync(_key, new { name = "Importer", scopes = new[] { "assets:read", "assets:read" }, expiresInDays = 7 });
        Assert.Equal(201, made.Status);
        var item = Assert.Single(await ItemsAsync(_key));
        Assert.Equal(("Importer", """["assets:read"]"""), (item.GetProperty("name").GetString(), item.GetProperty("scopes").ToString()));
        Assert.False(item.TryGetProperty("token", out _));
        Assert.False(item.TryGetProperty("usedAt", out _));

        Assert.Equal(200, (await AssetsAsync(made.Text("token")!)).Status);
        Assert.Equal(_house.House.Clock.GetUtcNow(), Assert.Single(await ItemsAsync(_key)).GetProperty("usedAt").GetDateTimeOffset());
        Assert.DoesNotContain(made.Text("token")![^26..], string.Concat(_house.House.StoredFiles().Select(System.Text.Encoding.Latin1.GetString)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_ends_when_it_is_revoked_when_its_time_is_over_and_when_its_maker_is_turned_off()
    {
        var (revoked, expiring) = (await PostAsync(_key, Wanted()), await PostAsync(_key, Wanted(days: 1)));
        var ada = await _house.JoinAsync();
        await _house.House.Get<Domain.Accounts.Users.Users>().ChangeAsync(ada.Text("userId")!, user => user with { Role = Role.Creator }, null, default);
        var adas = await PostAsync(ada.Text("accessToken")!, Wanted());
        Assert.Equal(200, (await AssetsAsync(adas.Text("token")!)).Status);

        await DeleteAsync(ada.Text("accessToken")!, revoked.Text("id")!);
        Assert.Equal(200, (await AssetsAsync(revoked.Text("token")!)).Status);
        await DeleteAsync(_key, revoked.Text("id")!);
        (await AssetsAsync(revoked.Text("token")!)).IsProblem(401, "token.unknown");

        _house.House.Clock.Advance(TimeSpan.FromDays(1));
        (await AssetsAsync(expiring.Text("token")!)).IsProblem(401, "token.unknown");

        await _house.House.Get<Domain.Accounts.Users.Users>().ChangeAsync(ada.Text("userId")!, user => user with { Role = Role.Viewer }, null, default);
        (await AssetsAsync(adas.Text("token")!)).IsProblem(403, "auth.role_required");
        await _house.House.Get<Domain.Accounts.Users.Users>().ChangeAsync(ada.Text("userId")!, user => user with { Disabled = true }, null, default);
        (await AssetsAsync(adas.Text("token")!)).IsProblem(403, "auth.disabled");
    }

    [Fact]
    public async Task A_token_of_an_operator_is_none_and_makes_no_other()
    {
        var token = (await PostAsync(_key, new { name = "All", scopes = TokenScopes.All })).Text("token")!;

        Assert.Equal(Role.Creator, (await _house.House.Get<Authenticate>().ExecuteAsync(token, default)).Value.Role);
        (await PostAsync(token, Wanted())).IsProblem(403, "token.not_allowed");
        (await _house.SignOutEverywhereAsync(token)).IsProblem(403, "token.not_allowed");
    }

    [Theory]
    [InlineData("", "assets:read", 1, "token.name_invalid")]
    [InlineData("a\nb", "assets:read", 1, "token.name_invalid")]
    [InlineData("app", "", 1, "token.scope_unknown")]
    [InlineData("app", "assets:*", 1, "token.scope_unknown")]
    [InlineData("app", "assets:read", 0, "token.days_invalid")]
    [InlineData("app", "assets:read", 367, "token.days_invalid")]
    public async Task A_token_has_a_name_scopes_and_an_end(string name, string scope, int days, string code)
    {
        var answer = await PostAsync(_key, new { name, scopes = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries), expiresInDays = days });

        answer.IsProblem(400, code);
    }

    [Fact]
    public async Task An_account_has_no_more_tokens_than_somebody_can_look_through()
    {
        for (var i = 0; i < ApiTokens.Most; i++)
            Assert.Equal(201, (await PostAsync(_key, Wanted())).Status);

        (await PostAsync(_key, Wanted())).IsProblem(409, "token.too_many");
    }

    [Theory]
    [InlineData("GET", "assets/asset_1", "assets:read")]
    [InlineData("HEAD", "ASSETS", "assets:read")]
    [InlineData("PATCH", "assets/asset_1", "assets:write")]
    [InlineData("POST", "assets/asset_1/playback-tokens", "playback:sign")]
    [InlineData("GET", "tokens", null)]
    [InlineData("GET", "", null)]
    [InlineData("GET", "/assets", null)]
    [InlineData("GET", "assets%2f", null)]
    public void A_path_takes_a_scope_and_one_that_nobody_thought_of_is_closed(string method, string path, string? scope) =>
        Assert.Equal(scope, TokenScopes.Of(method, path));

    private static object Wanted(int days = 30) => new { name = "app", scopes = new[] { "assets:read" }, expiresInDays = days };

    private Task<Answer> PostAsync(string key, object body) => _house.House.AnswerAsync(_house.House.Function<PostToken>().RunAsync(Request("POST", "tokens", key, body), default));

    private Task<Answer> DeleteAsync(string key, string id) => _house.House.AnswerAsync(_house.House.Function<DeleteToken>().RunAsync(Request("DELETE", $"tokens/{id}", key), id, default));

    private Task<Answer> AssetsAsync(string key) => _house.House.AnswerAsync(_house.House.Function<GetAssets>().RunAsync(Request("GET", "assets", key), default));

    private async Task<List<System.Text.Json.JsonElement>> ItemsAsync(string key) =>
        [.. (await _house.House.AnswerAsync(_house.House.Function<GetTokens>().RunAsync(Request("GET", "tokens", key), default))).Body.GetProperty("items").EnumerateArray()];
}

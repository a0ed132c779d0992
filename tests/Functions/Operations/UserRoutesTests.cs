using StreamPlatform.Functions.Operations;
using StreamPlatform.Functions.Tests.Accounts;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Operations;

public sealed class UserRoutesTests : IAsyncLifetime
{
    private readonly SignInHouse _house = new();
    private string _key = "", _user = "";

    public async Task InitializeAsync() => (_key, _user) = (await _house.House.NewKeyAsync(), (await _house.JoinAsync()).Text("userId")!);

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_operator_finds_who_signed_up_and_gives_them_a_role()
    {
        var found = await FindAsync("ADA@example.com");
        Assert.Equal((_user, "viewer", "ada@example.com"), (found.Text("id"), found.Text("role"), found.Text("email")));

        var changed = await PatchAsync(_user, new { role = "creator" }, (await GetAsync(_user)).Headers.ETag);
        Assert.Equal(("creator", "False"), (changed.Text("role"), changed.Text("disabled")));
        Assert.Equal("creator", (await GetAsync(_user)).Text("role"));
    }

    [Fact]
    public async Task Turning_somebody_off_ends_their_sessions_also_when_they_are_turned_on_again()
    {
        var signedIn = await _house.SignInAsync();
        await PatchAsync(_user, new { disabled = true }, null);
        await PatchAsync(_user, new { disabled = false }, null);

        (await _house.AccountAsync(signedIn.Text("accessToken"))).IsProblem(401, "auth.invalid_token");
        (await _house.RefreshAsync(signedIn.Text("refreshToken"))).IsProblem(401, "auth.session_ended");
        Assert.Equal(200, (await _house.SignInAsync()).Status);
    }

    [Fact]
    public async Task A_stale_change_is_refused_and_nobody_is_nobody()
    {
        var etag = (await GetAsync(_user)).Headers.ETag;
        await PatchAsync(_user, new { disabled = true }, etag);

        (await PatchAsync(_user, new { disabled = false }, etag)).IsProblem(412, "account.user_changed");
        (await PatchAsync(_user, new { role = "emperor" }, null)).IsProblem(400, "request.body_invalid");
        (await PatchAsync("user_0123456789abcdefghjkmnpqrs", new { disabled = true }, null)).IsProblem(404, "account.not_found");
        (await GetAsync("../keys")).IsProblem(404, "account.not_found");
        (await FindAsync("bob@example.com")).IsProblem(404, "account.not_found");
        (await FindAsync("bob")).IsProblem(404, "account.not_found");
    }

    private Task<Answer> GetAsync(string id) => _house.House.AnswerAsync(_house.House.Function<GetOneUser>().RunAsync(Request("GET", $"operations/users/{id}", _key), id, default));

    private Task<Answer> FindAsync(string email) => _house.House.AnswerAsync(_house.House.Function<FindUser>().RunAsync(Request("POST", "operations/users/find", _key, new { email }), default));

    private Task<Answer> PatchAsync(string id, object body, string? ifMatch)
    {
        var request = Request("PATCH", $"operations/users/{id}", _key, body);
        request.Headers.IfMatch = ifMatch;
        return _house.House.AnswerAsync(_house.House.Function<PatchUser>().RunAsync(request, id, default));
    }
}

using System.Text.Json;
using StreamPlatform.Domain.Accounts.Passkeys;
using StreamPlatform.Functions.Accounts.SignIn;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Accounts.SignInHouse;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

public sealed class PasskeyTests : IAsyncLifetime
{
    private readonly SignInHouse _house = new();
    private readonly SoftAuthenticator _authenticator = new();
    private Answer _ada = null!;

    public async Task InitializeAsync() => _ada = await _house.JoinAsync();

    public async Task DisposeAsync()
    {
        _authenticator.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_passkey_signs_its_owner_in_without_a_password_until_it_is_deleted()
    {
        var added = await AddAsync();
        Assert.Equal((201, "Phone"), (added.Status, added.Text("name")));
        var signedIn = await SignInAsync();
        Assert.Equal((200, _ada.Text("userId")), (signedIn.Status, signedIn.Text("userId")));
        Assert.Equal(200, (await _house.AccountAsync(signedIn.Text("accessToken"))).Status);
        Assert.Equal(200, (await SignInAsync()).Status);
        Assert.Contains(_house.House.Letters, letter => letter.Contains("A passkey was added", StringComparison.Ordinal));

        var listed = Assert.Single((await ListAsync()).Body.GetProperty("items").EnumerateArray());
        Assert.Equal(added.Text("id"), listed.GetProperty("id").GetString());
        Assert.Equal("Old phone", (await RenameAsync(Key, added.Text("id")!, "Old phone")).Text("name"));
        Assert.Equal(200, (await SignInAsync()).Status);
        Assert.Equal("Old phone", Assert.Single((await ListAsync()).Body.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        await _house.House.AnswerAsync(_house.House.Function<DeletePasskey>().RunAsync(Request("DELETE", $"auth/passkeys/{added.Text("id")}", Key), added.Text("id")!, default));
        (await SignInAsync()).IsProblem(401, "auth.passkey_invalid");
    }

    [Theory]
    [InlineData("another site's page")]
    [InlineData("another site's key")]
    [InlineData("nobody verified")]
    [InlineData("another's ceremony")]
    [InlineData("a ceremony of long ago")]
    [InlineData("a ceremony that signs in")]
    [InlineData("twice")]
    [InlineData("nothing")]
    [InlineData("nonsense")]
    public async Task What_was_not_asked_for_becomes_no_passkey(string what)
    {
        var begun = await BeginAsync(Key);
        Assert.Equal(200, begun.Status);
        Bend(what);
        var credential = _authenticator.Create(begun.Body.GetProperty("options"));
        var (key, ceremony) = (Key, begun.Text("ceremony"));
        switch (what)
        {
            case "another's ceremony":
                key = (await _house.JoinAsync("bob@example.com")).Text("accessToken")!;
                break;
            case "a ceremony of long ago":
                _house.House.Clock.Advance(PasskeyCeremony.Lifetime);
                break;
            case "a ceremony that signs in":
                ceremony = (await BeginSignInAsync()).Text("ceremony");
                break;
            case "twice":
                Assert.Equal(201, (await FinishAsync(key, ceremony, credential)).Status);
                break;
            case "nothing":
                credential = new { };
                break;
            case "nonsense":
                credential = new { id = "AAAA", type = "public-key", response = new { clientDataJSON = "AAAA", attestationObject = "oWNmbXQ" } };
                break;
        }

        (await FinishAsync(key, ceremony, credential)).IsProblem(400, "account.passkey_refused");
    }

    [Theory]
    [InlineData("another site's page")]
    [InlineData("another site's key")]
    [InlineData("nobody verified")]
    [InlineData("another key")]
    [InlineData("another user")]
    [InlineData("a counter that went back")]
    [InlineData("a ceremony of long ago")]
    [InlineData("twice")]
    [InlineData("nothing")]
    public async Task What_was_not_asked_for_signs_nobody_in(string what)
    {
        await AddAsync();
        await SignInAsync();
        var bob = await _house.JoinAsync("bob@example.com");
        var begun = await BeginSignInAsync();
        Bend(what);
        using var other = new SoftAuthenticator { UserHandle = _authenticator.UserHandle };
        var credential = what switch
        {
            "another key" => Replace(other.Get(begun.Body.GetProperty("options")), _authenticator.CredentialId),
            "nothing" => new { },
            _ => _authenticator.Get(begun.Body.GetProperty("options")),
        };
        if (what == "another user")
        {
            _authenticator.UserHandle = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.ASCII.GetBytes(bob.Text("userId")!));
            credential = _authenticator.Get(begun.Body.GetProperty("options"));
        }

        if (what == "a ceremony of long ago")
            _house.House.Clock.Advance(PasskeyCeremony.Lifetime);
        if (what == "twice")
            Assert.Equal(200, (await FinishSignInAsync(begun.Text("ceremony"), credential)).Status);

        (await FinishSignInAsync(begun.Text("ceremony"), credential)).IsProblem(401, "auth.passkey_invalid");
    }

    [Fact]
    public async Task A_passkey_is_called_otherwise_by_its_owner_alone()
    {
        var id = (await AddAsync()).Text("id")!;
        var bob = (await _house.JoinAsync("bob@example.com")).Text("accessToken")!;

        (await RenameAsync(bob, id, "Mine")).IsProblem(404, "account.passkey_not_found");
        (await RenameAsync(Key, "passkey_0123456789abcdefghjkmnpqrs", "Mine")).IsProblem(404, "account.passkey_not_found");
        Assert.Equal("Passkey", (await RenameAsync(Key, id, " ")).Text("name"));
        Assert.Equal(Passkey.LongestName, (await RenameAsync(Key, id, new string('x', 101))).Text("name")!.Length);
    }

    [Fact]
    public async Task Whoever_has_a_session_and_no_password_adds_no_passkey()
    {
        (await BeginAsync(Key, "wrong")).IsProblem(403, "account.password_wrong");
        (await BeginAsync(await _house.House.NewKeyAsync())).IsProblem(409, "account.no_password");
    }

    [Fact]
    public async Task An_account_has_no_more_passkeys_than_somebody_can_look_through()
    {
        for (var i = 0; i < Passkeys.Most; i++)
        {
            using var another = new SoftAuthenticator();
            var begun = await BeginAsync(Key);
            Assert.Equal(i, begun.Body.GetProperty("options").GetProperty("excludeCredentials").GetArrayLength());
            Assert.Equal(201, (await FinishAsync(Key, begun.Text("ceremony"), another.Create(begun.Body.GetProperty("options")))).Status);
        }

        (await BeginAsync(Key)).IsProblem(409, "account.too_many_passkeys");
    }

    private string Key => _ada.Text("accessToken")!;

    private void Bend(string what)
    {
        _authenticator.Origin = what == "another site's page" ? "http://localhost.example.com:7071" : _authenticator.Origin;
        _authenticator.Site = what == "another site's key" ? "example.com" : _authenticator.Site;
        _authenticator.VerifiesUser = what != "nobody verified";
        _authenticator.Counter = what == "a counter that went back" ? 0 : _authenticator.Counter;
    }

    private static object Replace(object credential, string id)
    {
        var json = JsonSerializer.SerializeToNode(credential)!.AsObject();
        json["id"] = id;
        return json;
    }

    private async Task<Answer> AddAsync()
    {
        var begun = await BeginAsync(Key);
        return await FinishAsync(Key, begun.Text("ceremony"), _authenticator.Create(begun.Body.GetProperty("options")));
    }

    private async Task<Answer> SignInAsync()
    {
        var begun = await BeginSignInAsync();
        return await FinishSignInAsync(begun.Text("ceremony"), _authenticator.Get(begun.Body.GetProperty("options")));
    }

    private Task<Answer> BeginAsync(string key, string password = Password) =>
        _house.House.AnswerAsync(_house.House.Function<PostPasskey>().RunAsync(Request("POST", "auth/passkeys", key, new { password }), default));

    private Task<Answer> FinishAsync(string key, string? ceremony, object credential) =>
        _house.House.AnswerAsync(_house.House.Function<PostPasskeyFinish>().RunAsync(Request("POST", "auth/passkeys/finish", key, new { ceremony, name = "Phone", credential }), default));

    private Task<Answer> BeginSignInAsync() => _house.House.AnswerAsync(_house.House.Function<PostPasskeySignIn>().RunAsync(Request("POST", "auth/passkeys/sign-in"), default));

    private Task<Answer> FinishSignInAsync(string? ceremony, object credential) =>
        _house.House.AnswerAsync(_house.House.Function<PostPasskeySignInFinish>().RunAsync(Request("POST", "auth/passkeys/sign-in/finish", body: new { ceremony, credential }), default));

    private Task<Answer> RenameAsync(string key, string id, string name) =>
        _house.House.AnswerAsync(_house.House.Function<PatchPasskey>().RunAsync(Request("PATCH", $"auth/passkeys/{id}", key, new { name }), id, default));

    private Task<Answer> ListAsync() => _house.House.AnswerAsync(_house.House.Function<GetPasskeys>().RunAsync(Request("GET", "auth/passkeys", Key), default));
}

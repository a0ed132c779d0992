using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Functions.Accounts;
using StreamPlatform.Functions.Accounts.Organisations;
using StreamPlatform.Functions.Accounts.Tokens;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Operations;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Functions.Uploads;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

public sealed class OrganisationRouteTests : IAsyncLifetime
{
    private readonly SignInHouse _signIn = new(("RateLimits:Guarded", "0"));
    private string _ada = "", _ben = "", _benId = "", _id = "";

    private FunctionsHouse House => _signIn.House;

    public async Task InitializeAsync()
    {
        _ada = await House.NewStrangerAsync();
        var ben = await _signIn.JoinAsync("ben@example.com");
        (_ben, _benId) = (ben.Text("accessToken")!, ben.Text("userId")!);
        var made = await House.AnswerAsync(House.Function<PostOrganisation>().RunAsync(Request("POST", "organisations", _ada, new { name = "Walks" }), default));
        Assert.Equal((201, "owner", $"/api/organisations/{made.Text("id")}"), (made.Status, made.Text("role"), made.Headers.Location.ToString()));
        _id = made.Text("id")!;
    }

    public Task DisposeAsync() => _signIn.DisposeAsync().AsTask();

    [Fact]
    public async Task Who_was_invited_by_letter_acts_for_the_organisation_until_they_are_removed()
    {
        await JoinAsync("editor");
        Assert.Equal([_id], (await MineAsync(_ben)).Select(organisation => organisation.GetProperty("id").GetString()));
        var upload = await UploadAsync(_ben);
        Assert.Equal(201, upload.Status);

        Assert.Equal(upload.Text("assetId"), Assert.Single((await AssetsAsync(_ada, _id)).Body.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        Assert.Empty((await AssetsAsync(_ada)).Body.GetProperty("items").EnumerateArray());
        Assert.Equal((_id, 1), await OpenUploadsAsync(_ada, _id));
        Assert.Equal(0, (await OpenUploadsAsync(_ben, null)).Count);

        Assert.Equal(204, (await House.AnswerAsync(House.Function<DeleteMember>().RunAsync(Request("DELETE", "organisations", _ada), _id, _benId, default))).Status);
        (await AssetsAsync(_ben, _id)).IsProblem(403, "organisation.not_member");
        (await House.AnswerAsync(House.Function<GetOneOrganisation>().RunAsync(Request("GET", "organisations", _ben), _id, default))).IsProblem(404, "organisation.not_found");
        Assert.Empty(await MineAsync(_ben));
    }

    [Fact]
    public async Task A_role_opens_what_it_is_for_and_counts_from_the_next_request()
    {
        await JoinAsync("viewer");
        Assert.Equal(200, (await AssetsAsync(_ben, _id)).Status);
        (await UploadAsync(_ben)).IsProblem(403, "organisation.role_required");
        (await TokensAsync(_ben)).IsProblem(403, "organisation.role_required");

        Assert.Equal(200, (await ChangeAsync(_ada, _benId, "admin")).Status);
        Assert.Equal(201, (await UploadAsync(_ben)).Status);
        Assert.Equal(200, (await TokensAsync(_ben)).Status);
        (await ChangeAsync(_ben, _benId, "owner")).IsProblem(403, "organisation.role_required");
        (await ChangeAsync(_ben, OwnerId, "viewer")).IsProblem(403, "organisation.role_required");
        (await ChangeAsync(_ada, OwnerId, "viewer")).IsProblem(409, "organisation.last_owner");
        (await ChangeAsync(_ada, _benId, null)).IsProblem(400, "organisation.role_missing");
        (await ChangeAsync(_ada, Domain.OpaqueId.New("user"), "viewer")).IsProblem(404, "organisation.member_not_found");
        (await ChangeAsync(_ada, _benId, "viewer", "\"0\"")).IsProblem(412, "organisation.changed");
    }

    [Fact]
    public async Task What_is_a_persons_own_is_not_done_for_an_organisation_and_no_rank_goes_with_them()
    {
        var first = await House.NewKeyAsync();
        var made = await House.AnswerAsync(House.Function<PostOrganisation>().RunAsync(Request("POST", "organisations", first, new { name = "The place" }), default));

        (await House.AnswerAsync(House.Function<GetOrganisations>().RunAsync(For(Request("GET", "organisations", first), made.Text("id")), default))).IsProblem(403, "organisation.not_allowed");
        (await House.AnswerAsync(House.Function<GetOneUser>().RunAsync(For(Request("GET", $"operations/users/{_benId}", first), made.Text("id")), _benId, default))).IsProblem(403, "organisation.not_allowed");
        Assert.Equal(200, (await House.AnswerAsync(House.Function<GetOneUser>().RunAsync(Request("GET", $"operations/users/{_benId}", first), _benId, default))).Status);
        (await AssetsAsync(first, _id)).IsProblem(403, "organisation.not_member");
        Assert.Equal(200, (await AssetsAsync(first, EnsureFirstApiKey.FirstOwnerId)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("org_0123456789abcdefghjkmnpqrs")]
    [InlineData("user_00000000000000000000000000")]
    [InlineData("Walks")]
    public async Task An_account_that_is_not_theirs_is_acted_for_by_nobody(string account) => (await AssetsAsync(_ada, account)).IsProblem(403, "organisation.not_member");

    [Fact]
    public async Task A_token_of_an_organisation_outlives_its_maker_and_ends_with_the_organisation()
    {
        await JoinAsync("admin");
        var made = await House.AnswerAsync(House.Function<PostToken>().RunAsync(For(Request("POST", "tokens", _ben, new { name = "Importer", scopes = new[] { "assets:read" } }), _id), default));
        var token = made.Text("token")!;
        Assert.StartsWith("ot_", token, StringComparison.Ordinal);
        Assert.DoesNotContain(token[^26..], string.Concat(House.StoredFiles().Select(System.Text.Encoding.Latin1.GetString)), StringComparison.Ordinal);
        Assert.Equal(201, (await UploadAsync(_ada)).Status);

        await House.AnswerAsync(House.Function<DeleteMember>().RunAsync(Request("DELETE", "organisations", _ada), _id, _benId, default));
        await House.Get<Users>().ChangeAsync(_benId, user => user with { Disabled = true }, null, default);
        Assert.Single((await AssetsAsync(token)).Body.GetProperty("items").EnumerateArray());
        Assert.Equal(200, (await AssetsAsync(token, _id)).Status);
        (await UploadAsync(token, null)).IsProblem(403, "token.scope_required");

        var first = await House.NewKeyAsync();
        Assert.Equal(200, (await StateAsync(first, disabled: true)).Status);
        (await AssetsAsync(token)).IsProblem(403, "organisation.disabled");
        (await AssetsAsync(_ada, _id)).IsProblem(403, "organisation.disabled");
        await StateAsync(first, disabled: false);
        await House.AnswerAsync(House.Function<DeleteToken>().RunAsync(For(Request("DELETE", "tokens", _ada), _id), made.Text("id")!, default));
        (await AssetsAsync(token)).IsProblem(401, "token.unknown");
        (await AssetsAsync("st" + token[2..])).IsProblem(401, "token.unknown");
    }

    [Fact]
    public async Task A_persons_token_acts_for_no_organisation()
    {
        var made = await House.AnswerAsync(House.Function<PostToken>().RunAsync(Request("POST", "tokens", _ada, new { name = "app", scopes = new[] { "assets:read" } }), default));

        (await AssetsAsync(made.Text("token")!, _id)).IsProblem(403, "organisation.not_member");
    }

    [Fact]
    public async Task Invitations_are_found_answered_and_taken_back()
    {
        (await InviteAsync(_ada, new { })).IsProblem(400, "organisation.invitee_missing");
        (await InviteAsync(_ada, new { email = "cleo@example.com", userId = _benId })).IsProblem(400, "organisation.invitee_missing");
        (await InviteAsync(_ada, new { email = "nobody" })).IsProblem(400, "account.email_invalid");
        (await InviteAsync(_ada, new { userId = OwnerId })).IsProblem(409, "organisation.already_member");
        (await InviteAsync(_ben, new { userId = _benId })).IsProblem(404, "organisation.not_found");

        Assert.Equal((201, "viewer"), ((await InviteAsync(_ada, new { userId = _benId })) is var invited ? invited.Status : 0, invited.Text("role")));
        Assert.Contains("Walks", House.Letters.Single(letter => letter.Contains("#invite_", StringComparison.Ordinal)), StringComparison.Ordinal);
        var received = Assert.Single((await House.AnswerAsync(House.Function<GetReceivedInvitations>().RunAsync(Request("GET", "invitations", _ben), default))).Body.GetProperty("items").EnumerateArray());
        Assert.Equal(("Walks", _id), (received.GetProperty("organisationName").GetString(), received.GetProperty("organisationId").GetString()));
        Assert.Equal(204, (await House.AnswerAsync(House.Function<PostInvitationRefusal>().RunAsync(Request("POST", "invitations/decline", _ben, new { invitationId = invited.Text("id") }), default))).Status);
        (await AcceptAsync(_ben, new { invitationId = invited.Text("id") })).IsProblem(404, "organisation.invitation_invalid");

        var withdrawn = (await InviteAsync(_ada, new { userId = _benId })).Text("id")!;
        Assert.Equal(204, (await House.AnswerAsync(House.Function<DeleteInvitation>().RunAsync(Request("DELETE", "invitations", _ada), _id, withdrawn, default))).Status);
        (await AcceptAsync(_ben, new { invitationId = withdrawn })).IsProblem(404, "organisation.invitation_invalid");
        var listed = await House.AnswerAsync(House.Function<GetInvitations>().RunAsync(Request("GET", "invitations", _ada), _id, default));
        Assert.Equal(["declined", "withdrawn"], listed.Body.GetProperty("items").EnumerateArray().Select(invitation => invitation.GetProperty("state").GetString()).Order());
    }

    [Fact]
    public async Task Its_name_is_changed_by_admins_and_addresses_are_for_them_alone()
    {
        await JoinAsync("editor");
        (await RenameAsync(_ben, "Ours")).IsProblem(403, "organisation.role_required");
        (await RenameAsync(_ada, " ")).IsProblem(400, "organisation.name_invalid");
        (await RenameAsync(_ada, "a\nb")).IsProblem(400, "organisation.name_invalid");
        Assert.Equal((200, "Long walks"), ((await RenameAsync(_ada, "Long walks")) is var renamed ? renamed.Status : 0, renamed.Text("name")));

        Assert.Equal("ben@example.com", (await MembersAsync(_ada))[1].GetProperty("email").GetString());
        Assert.False((await MembersAsync(_ben))[1].TryGetProperty("email", out _));
    }

    private string OwnerId => $"user_{_ada[3..]}";

    private static HttpRequest For(HttpRequest request, string? account)
    {
        if (account is not null)
            request.Headers[CallerAuthentication.AccountHeader] = account;
        return request;
    }

    private async Task JoinAsync(string role)
    {
        Assert.Equal(201, (await InviteAsync(_ada, new { email = "ben@example.com", role })).Status);
        var letter = House.Letters.Single(letter => letter.Contains("#invite_", StringComparison.Ordinal));
        var joined = await AcceptAsync(_ben, new { token = letter[(letter.IndexOf('#', StringComparison.Ordinal) + 1)..].Split('\n')[0].Trim() });
        Assert.Equal((200, role), (joined.Status, joined.Text("role")));
    }

    private Task<Answer> InviteAsync(string key, object body) => House.AnswerAsync(House.Function<PostInvitation>().RunAsync(Request("POST", "invitations", key, body), _id, default));

    private Task<Answer> AcceptAsync(string key, object body) => House.AnswerAsync(House.Function<PostInvitationAcceptance>().RunAsync(Request("POST", "invitations/accept", key, body), default));

    private Task<Answer> RenameAsync(string key, string name) => House.AnswerAsync(House.Function<PatchOrganisation>().RunAsync(Request("PATCH", "organisations", key, new { name }), _id, default));

    private Task<Answer> StateAsync(string key, bool disabled) => House.AnswerAsync(House.Function<PatchOrganisationState>().RunAsync(Request("PATCH", "operations/organisations", key, new { disabled }), _id, default));

    private Task<Answer> ChangeAsync(string key, string userId, string? role, string? ifMatch = null)
    {
        var request = Request("PATCH", "organisations", key, new { role });
        if (ifMatch is not null)
            request.Headers.IfMatch = ifMatch;
        return House.AnswerAsync(House.Function<PatchMember>().RunAsync(request, _id, userId, default));
    }

    private Task<Answer> AssetsAsync(string key, string? account = null) => House.AnswerAsync(House.Function<GetAssets>().RunAsync(For(Request("GET", "assets", key), account), default));

    private Task<Answer> TokensAsync(string key) => House.AnswerAsync(House.Function<GetTokens>().RunAsync(For(Request("GET", "tokens", key), _id), default));

    private Task<Answer> UploadAsync(string key) => UploadAsync(key, _id);

    private Task<Answer> UploadAsync(string key, string? account) =>
        House.AnswerAsync(House.Function<PostUpload>().RunAsync(For(Request("POST", "uploads", key, new { fileName = "sea.mp4", sizeBytes = 10 }), account), default));

    private async Task<(string? Id, int Count)> OpenUploadsAsync(string key, string? account)
    {
        var answer = await House.AnswerAsync(House.Function<GetAccount>().RunAsync(For(Request("GET", "account", key), account), default));
        return (answer.Text("id"), answer.Body.GetProperty("openUploads").GetProperty("used").GetInt32());
    }

    private async Task<List<System.Text.Json.JsonElement>> MineAsync(string key) =>
        [.. (await House.AnswerAsync(House.Function<GetOrganisations>().RunAsync(Request("GET", "organisations", key), default))).Body.GetProperty("items").EnumerateArray()];

    private async Task<List<System.Text.Json.JsonElement>> MembersAsync(string key) =>
        [.. (await House.AnswerAsync(House.Function<GetMembers>().RunAsync(Request("GET", "organisations", key), _id, default))).Body.GetProperty("items").EnumerateArray()];
}

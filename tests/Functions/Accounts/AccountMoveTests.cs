using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Accounts.Deletion;
using StreamPlatform.Functions.Accounts.Organisations;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Accounts.SignInHouse;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

/// <summary>Who moves things to and from an organisation, and who has one deleted.</summary>
public sealed class AccountMoveTests : IAsyncLifetime
{
    private readonly SignInHouse _house = new();
    private readonly RecordingDurableClient _client = new();
    private string _me = "", _key = "", _walks = "";

    public async Task InitializeAsync()
    {
        var joined = await _house.JoinAsync();
        (_me, _key) = (joined.Text("userId")!, joined.Text("accessToken")!);
        await _house.House.Get<Domain.Accounts.Users.Users>().ChangeAsync(_me, user => user.With(Domain.Accounts.Role.Creator, null), null, default);
        _walks = (await _house.House.Get<Organisations>().CreateAsync(_me, "Walks", null, default)).Value.Value.Id;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_member_moves_an_asset_there_and_an_admin_back_and_both_may_be_asked_for_again()
    {
        var asset = await AddAsync();
        for (var times = 0; times < 2; times++)
            Assert.Equal((200, _walks, true), await MovedAsync(MoveAsync(asset, _walks)));
        Assert.Single(_client.Started);

        await RoleAsync(MemberRole.Editor);
        (await MoveAsync(asset, _me, _walks)).IsProblem(403, "organisation.role_required");
        await RoleAsync(MemberRole.Admin);
        Assert.Equal((200, _me, true), await MovedAsync(MoveAsync(asset, _me, _walks)));
        await RoleAsync(MemberRole.Viewer);
        foreach (var target in new[] { _walks, "org_0123456789abcdefghjkmnpqrs", "user_0123456789abcdefghjkmnpqrs", null })
            (await MoveAsync(asset, target)).IsProblem(403, "move.target_denied");
    }

    [Fact]
    public async Task An_owner_has_an_organisation_deleted_in_a_week_and_another_keeps_it()
    {
        (await AskAsync("wrong")).IsProblem(403, "account.password_wrong");
        await RoleAsync(MemberRole.Admin);
        (await AskAsync(Password)).IsProblem(403, "organisation.role_required");
        await RoleAsync(MemberRole.Owner);

        Assert.Equal((202, "2026-03-21T15:09:26+00:00"), await AskAsync(Password) is var asked ? (asked.Status, asked.Text("dueAt")) : default);
        Assert.Equal("2026-03-21T15:09:26+00:00", (await GetAsync()).Text("deletionDueAt"));
        Assert.Single(_house.House.Letters, letter => letter.Contains("organisation will be deleted", StringComparison.Ordinal));

        // It holds nobody who wants to go themselves.
        Assert.Equal(202, (await _house.House.AnswerAsync(_house.House.Function<PostDeletion>().RunAsync(Request("POST", "auth/deletion", _key, new { password = Password }), default))).Status);
        _key = (await _house.SignInAsync()).Text("accessToken")!;
        for (var times = 0; times < 2; times++)
            Assert.Equal(204, (await _house.House.AnswerAsync(_house.House.Function<DeleteOrganisationDeletion>().RunAsync(Request("DELETE", $"organisations/{_walks}/deletion", _key), _walks, default))).Status);
        Assert.Null((await GetAsync()).Text("deletionDueAt"));
        _house.House.Clock.Advance(AccountDeletion.Grace);
        Assert.Empty(await _house.House.Get<AccountDeletions>().DueAsync(default));
    }

    private async Task<string> AddAsync()
    {
        var asset = new Asset { Id = AssetIds.New(), OwnerId = _me, Title = "Sea", State = AssetState.Ready, CreatedAt = _house.House.Clock.GetUtcNow(), UpdatedAt = _house.House.Clock.GetUtcNow() };
        await _house.House.Get<IAssetStore>().AddAsync(asset, default);
        return asset.Id;
    }

    private Task<Answer> MoveAsync(string assetId, string? to, string? account = null)
    {
        var request = Request("POST", $"assets/{assetId}/move", _key, new { to });
        if (account is not null)
            request.Headers[CallerAuthentication.AccountHeader] = account;
        return _house.House.AnswerAsync(_house.House.Function<PostAssetMove>().RunAsync(request, assetId, _client, default));
    }

    private static async Task<(int, string?, bool)> MovedAsync(Task<Answer> call) => await call is var answer ? (answer.Status, answer.Text("accountId"), answer.Body.GetProperty("moved").GetBoolean()) : default;

    private Task<Answer> AskAsync(string password) =>
        _house.House.AnswerAsync(_house.House.Function<PostOrganisationDeletion>().RunAsync(Request("POST", $"organisations/{_walks}/deletion", _key, new { password }), _walks, default));

    private Task<Answer> GetAsync() => _house.House.AnswerAsync(_house.House.Function<GetOneOrganisation>().RunAsync(Request("GET", $"organisations/{_walks}", _key), _walks, default));

    private Task RoleAsync(MemberRole role) => _house.House.Get<Organisations>().ChangeAsync(_walks, found => found with { Members = [found.Members[0] with { Role = role }] }, null, default);
}

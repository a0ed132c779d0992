using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Domain.Broadcasts;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Tests.Api;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Local.Model;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

/// <summary>
/// Who gets in where: every operation for nobody, for a forged key or token, for a viewer, for another creator, for a moderator,
/// for an operator and for the owner, on what is the owner's and on what is not there. A new operation without a row fails.
/// </summary>
public sealed class AuthorisationMatrixTests(FakeIssuer issuer) : IAsyncLifetime, IClassFixture<FakeIssuer>
{
    /// <param name="Hidden">The code by which a stranger learns no more than of what is not there; null of what may be repeated without end.</param>
    /// <param name="Least">The lowest role that gets in, of those who have an account.</param>
    /// <param name="Status">What anybody gets who has nothing to show for themselves.</param>
    private sealed record Row(Access Access, string? Hidden = null, object? Body = null, Role Least = Role.Creator, int Status = 200);

    private enum Access
    {
        /// <summary>Anybody.</summary>
        Open,

        /// <summary>Whoever has a key of the function app: the host sees to it.</summary>
        Operator,

        /// <summary>Whoever has an account and the role, on their own account alone.</summary>
        Account,

        /// <summary>The resource's owner.</summary>
        Owner,

        /// <summary>Whoever has a playback token for it.</summary>
        Token,

        /// <summary>Anybody, of what everybody may see; of what only its owner may, its owner.</summary>
        Told,
    }

    private static readonly Row OfAsset = new(Access.Owner, "asset.not_found"), OfWebhook = new(Access.Owner, "webhook.not_found"), OfPlayback = new(Access.Token, "playback.not_found"),
        OfSeen = new(Access.Owner, "playback.not_found", Least: Role.Viewer), OfPlaylist = new(Access.Owner, "playlist.not_found", Least: Role.Viewer),
        OfOrganisation = new(Access.Owner, "organisation.not_found", Least: Role.Viewer), OfTold = new(Access.Told, "playback.not_found", Least: Role.Viewer);

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["GetAccount"] = new(Access.Account, Least: Role.Viewer),
        ["GetMe"] = new(Access.Account, Least: Role.Viewer),
        ["PatchMe"] = new(Access.Account, Body: new { name = "Ada" }, Least: Role.Viewer),
        ["PutAvatar"] = new(Access.Account, Body: "no image", Least: Role.Viewer),
        ["DeleteAvatar"] = new(Access.Account, Least: Role.Viewer),
        ["GetPerson"] = new(Access.Open, Status: 404),
        ["GetAvatar"] = new(Access.Open, Status: 404),
        ["GetEncoding"] = new(Access.Account),
        ["PutEncoding"] = new(Access.Account, Body: new { }),
        ["PostListening"] = new(Access.Account, Least: Role.Viewer),
        ["PostWatermark"] = new(Access.Account, Body: "no image"),
        ["DeleteWatermark"] = new(Access.Account),
        ["GetAssets"] = new(Access.Account),
        ["PostAsset"] = new(Access.Account, Body: new { url = "https://example.com/sea.mp4" }),
        ["PostBulk"] = new(Access.Account, Body: new { ids = new[] { "asset_0123456789abcdefghjkmnpqrs" }, operation = "restore" }),
        ["DeleteOneAsset"] = OfAsset,
        ["GetOneAsset"] = OfAsset,
        ["PatchAsset"] = OfAsset with { Body = new { title = "Mine" } },
        ["PostApprove"] = OfAsset,
        ["PostCancel"] = OfAsset,
        ["PutAssetChapters"] = OfAsset with { Body = new { chapters = Array.Empty<object>() } },
        ["PostClip"] = OfAsset with { Body = new { start = 0, end = 1 } },
        ["GetOneDownload"] = OfAsset,
        ["GetEvents"] = OfAsset,
        ["GetJobs"] = OfAsset,
        ["PostPlaybackToken"] = OfAsset with { Body = new { playbackId = "play_0123456789abcdefghjkmnpqrs" } },
        ["GetRenditions"] = OfAsset,
        ["PostRendition"] = OfAsset with { Body = new { name = "720p" } },
        ["PostReprocess"] = OfAsset,
        ["PostRestore"] = OfAsset,
        ["GetTracks"] = OfAsset,
        ["DeleteTrack"] = OfAsset,
        ["PutTrack"] = OfAsset with { Body = "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n" },
        ["GetUploads"] = new(Access.Account),
        ["PostUpload"] = new(Access.Account, Body: new { fileName = "sea.mp4", sizeBytes = 10 }),
        ["DeleteUpload"] = new(Access.Owner, "upload.not_found"),
        ["GetOneUpload"] = new(Access.Owner, "upload.not_found"),
        ["GetWebhooks"] = new(Access.Account),
        ["PostWebhook"] = new(Access.Account, Body: new { url = "https://example.com/" }),
        ["DeleteOneWebhook"] = new(Access.Owner),
        ["GetOneWebhook"] = OfWebhook,
        ["PatchWebhook"] = OfWebhook with { Body = new { description = "Mine" } },
        ["GetDeliveries"] = OfWebhook,
        ["PostReplay"] = new(Access.Owner, "webhook.delivery_not_found"),
        ["PostWebhookSecret"] = OfWebhook,
        ["PostWebhookTest"] = OfWebhook,
        ["GetChannels"] = new(Access.Account),
        ["PostChannel"] = new(Access.Account, Body: new { handle = "another", name = "Another" }),
        ["GetOneChannel"] = new(Access.Open),
        ["GetChannelVideos"] = new(Access.Open),
        ["PatchChannel"] = new(Access.Owner, "channel.not_found", new { name = "Mine" }),
        ["DeleteOneChannel"] = new(Access.Owner),
        ["GetPoster"] = OfPlayback,
        ["GetWatchPage"] = new(Access.Open),
        ["GetEmbedPage"] = new(Access.Open),
        ["GetRobots"] = new(Access.Open),
        ["GetSitemapIndex"] = new(Access.Open),
        ["GetSitemap"] = new(Access.Open),
        ["GetChannelFeed"] = new(Access.Open),
        ["GetOEmbed"] = new(Access.Open, Status: 404),
        ["GetWatch"] = OfPlayback,
        ["GetHls"] = OfPlayback,
        ["GetDash"] = OfPlayback,
        ["GetChapters"] = OfPlayback,
        ["GetStoryboard"] = OfPlayback,
        ["GetHlsTrack"] = OfPlayback,
        ["GetReaction"] = OfSeen,
        ["PutReaction"] = OfSeen with { Body = new { kind = "like" } },
        ["DeleteReaction"] = OfSeen,
        ["GetComments"] = OfTold,
        ["GetOneComment"] = OfTold,
        ["GetReplies"] = OfTold,
        ["PostComment"] = OfSeen with { Body = new { text = "How blue." } },
        ["PatchComment"] = OfSeen with { Body = new { text = "How grey." } },
        ["DeleteComment"] = OfSeen,
        ["GetCommentEdits"] = OfSeen,
        ["PutCommentLike"] = OfSeen,
        ["DeleteCommentLike"] = OfSeen,
        ["PatchCommentDecision"] = OfSeen with { Body = new { hearted = true } },
        ["GetCommentReview"] = OfSeen,
        ["PostShare"] = OfSeen,
        ["PostReport"] = OfSeen with { Body = new { reason = "spam" } },
        ["GetReports"] = new(Access.Account, Least: Role.Moderator),
        ["PatchReport"] = new(Access.Account, Body: new { state = "dismissed" }, Least: Role.Moderator),
        ["GetSubscription"] = new(Access.Open),
        ["PutSubscription"] = new(Access.Account, Body: new { }, Least: Role.Viewer),
        ["DeleteSubscription"] = new(Access.Account, Least: Role.Viewer),
        ["GetSubscriptions"] = new(Access.Account, Least: Role.Viewer),
        ["GetNotifications"] = new(Access.Account, Least: Role.Viewer),
        ["GetNewNotifications"] = new(Access.Account, Least: Role.Viewer),
        ["PutNotificationsSeen"] = new(Access.Account, Least: Role.Viewer),
        ["PutNotificationRead"] = new(Access.Account, Least: Role.Viewer),
        ["GetNotificationPreferences"] = new(Access.Account, Least: Role.Viewer),
        ["PutNotificationPreferences"] = new(Access.Account, Body: new { muted = Array.Empty<string>() }, Least: Role.Viewer),
        ["GetPlaylists"] = new(Access.Account, Least: Role.Viewer),
        ["PostPlaylist"] = new(Access.Account, Body: new { title = "Sea" }, Least: Role.Viewer),
        ["GetPublicPlaylists"] = new(Access.Open),
        ["GetOnePlaylist"] = OfTold with { Hidden = "playlist.not_found" },
        ["GetPlaylistItems"] = OfTold with { Hidden = "playlist.not_found" },
        ["PatchPlaylist"] = OfPlaylist with { Body = new { title = "Mine" } },
        ["DeleteOnePlaylist"] = OfPlaylist with { Hidden = null },
        ["PostPlaylistItem"] = OfPlaylist with { Body = new { playbackId = "play_0123456789abcdefghjkmnpqrs" } },
        ["PutPlaylistItemPlace"] = OfPlaylist with { Body = new { after = "" } },
        ["DeletePlaylistItem"] = OfPlaylist,
        ["PutCommenting"] = OfSeen with { Body = new { mode = "held" } },
        ["GetRelated"] = OfPlayback,
        ["GetSearch"] = new(Access.Open),
        ["GetSuggestions"] = new(Access.Open),
        ["PostSearchRebuild"] = new(Access.Operator),
        ["GetSearchRebuild"] = new(Access.Operator),
        ["GetApiDocs"] = new(Access.Open),
        ["GetHealth"] = new(Access.Open),
        ["GetOpenApi"] = new(Access.Open),
        ["GetIssuer"] = new(Access.Open),
        ["GetIssuerKeys"] = new(Access.Open),
        ["PostSignUp"] = new(Access.Open, Body: new { email = "ada@example.com" }, Status: 202),
        ["PostSignUpFinish"] = new(Access.Open, Body: new { token = "once_0123456789abcdefghjkmnpqrs", password = "seven purple walruses" }, Status: 400),
        ["PostSignIn"] = new(Access.Open, Body: new { email = "ada@example.com", password = "seven purple walruses" }, Status: 401),
        ["PostRefresh"] = new(Access.Open, Body: new { refreshToken = "rt_forged" }, Status: 401),
        ["PostSignOut"] = new(Access.Open, Body: new { refreshToken = "rt_forged" }, Status: 204),
        ["PostPasswordReset"] = new(Access.Open, Body: new { email = "ada@example.com" }, Status: 202),
        ["PostPasswordResetFinish"] = new(Access.Open, Body: new { token = "once_0123456789abcdefghjkmnpqrs", password = "seven purple walruses" }, Status: 400),
        ["PostEmail"] = new(Access.Account, Body: new { email = "ada@example.com", password = "a" }, Least: Role.Viewer),
        ["PostEmailFinish"] = new(Access.Open, Body: new { token = "once_0123456789abcdefghjkmnpqrs" }, Status: 400),
        ["PostDeletion"] = new(Access.Account, Body: new { password = "a" }, Least: Role.Viewer),
        ["DeleteDeletion"] = new(Access.Account, Least: Role.Viewer),
        ["PostPasskeySignIn"] = new(Access.Open),
        ["PostPasskeySignInFinish"] = new(Access.Open, Body: new { ceremony = "ceremony_0123456789abcdefghjkmnpqrs" }, Status: 401),
        ["PostPasskey"] = new(Access.Account, Body: new { password = "a" }, Least: Role.Viewer),
        ["PostPasskeyFinish"] = new(Access.Account, Body: new { name = "a" }, Least: Role.Viewer),
        ["GetPasskeys"] = new(Access.Account, Least: Role.Viewer),
        ["PatchPasskey"] = new(Access.Account, Body: new { name = "a" }, Least: Role.Viewer),
        ["DeletePasskey"] = new(Access.Account, Least: Role.Viewer),
        ["GetTotp"] = new(Access.Account, Least: Role.Viewer),
        ["PostTotp"] = new(Access.Account, Body: new { password = "a" }, Least: Role.Viewer),
        ["PostTotpConfirm"] = new(Access.Account, Body: new { code = "123456" }, Least: Role.Viewer),
        ["PostTotpEnd"] = new(Access.Account, Body: new { password = "a", code = "123456" }, Least: Role.Viewer),
        ["PostPassword"] = new(Access.Account, Body: new { currentPassword = "a", newPassword = "b" }, Least: Role.Viewer),
        ["PostSignOutEverywhere"] = new(Access.Account, Least: Role.Viewer),
        ["PostToken"] = new(Access.Account, Body: new { name = "app", scopes = new[] { "assets:read" } }, Least: Role.Viewer),
        ["GetTokens"] = new(Access.Account, Least: Role.Viewer),
        ["DeleteToken"] = new(Access.Account, Least: Role.Viewer),
        ["GetSessions"] = new(Access.Account, Least: Role.Viewer),
        ["DeleteSession"] = new(Access.Account, Least: Role.Viewer),
        ["GetOneUser"] = new(Access.Account, Least: Role.Operator),
        ["PatchUser"] = new(Access.Account, Body: new { disabled = false }, Least: Role.Operator),
        ["FindUser"] = new(Access.Account, Body: new { email = "ada@example.com" }, Least: Role.Operator),
        ["PostOrganisation"] = new(Access.Account, Body: new { name = "Walks" }),
        ["GetOrganisations"] = new(Access.Account, Least: Role.Viewer),
        ["GetOneOrganisation"] = OfOrganisation,
        ["PatchOrganisation"] = OfOrganisation with { Body = new { name = "Mine" } },
        ["GetMembers"] = OfOrganisation,
        ["PatchMember"] = OfOrganisation with { Body = new { role = "owner" } },
        ["DeleteMember"] = OfOrganisation,
        ["GetInvitations"] = OfOrganisation,
        ["PostInvitation"] = OfOrganisation with { Body = new { email = "ada@example.com" } },
        ["DeleteInvitation"] = OfOrganisation,
        ["GetReceivedInvitations"] = new(Access.Account, Least: Role.Viewer),
        ["PostInvitationAcceptance"] = new(Access.Account, Body: new { invitationId = "invitation_0123456789abcdefghjkmnpqrs" }, Least: Role.Viewer),
        ["PostInvitationRefusal"] = new(Access.Account, Body: new { invitationId = "invitation_0123456789abcdefghjkmnpqrs" }, Least: Role.Viewer),
        ["PatchOrganisationState"] = new(Access.Account, Body: new { disabled = false }, Least: Role.Operator),
        ["PostKey"] = new(Access.Operator),
        ["PostPlaybackSession"] = OfPlayback,
        ["PostTelemetry"] = new(Access.Open, Body: new { beacons = Array.Empty<object>() }, Status: 202),
        ["PostPopular"] = new(Access.Operator),
        ["GetPopular"] = new(Access.Operator),
    };

    private readonly PlaybackHouse _house = new([("Accounts:BuiltInIssuer", "true"), .. FakeIssuer.Settings(issuer)]);
    private string _owner = "", _stranger = "";
    private Dictionary<string, string> _own = [], _absent = [];

    public static TheoryData<string> Operations => [.. OpenApiDocument.Operations.Select(operation => operation.DeclaringType!.Name)];

    public static TheoryData<string> PlaybackOperations => [.. Rows.Where(row => row.Value.Access == Access.Token).Select(row => row.Key)];

    public static TheoryData<string> AssetOperations => [.. Rows.Where(row => row.Value.Hidden == OfAsset.Hidden && row.Value.Access == Access.Owner).Select(row => row.Key)];

    public async Task InitializeAsync()
    {
        (_owner, _stranger) = (await _house.NewKeyAsync(), await _house.NewStrangerAsync());
        var asset = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed);
        var upload = (await _house.Get<CreateUpload>().ExecuteAsync(EnsureFirstApiKey.FirstOwnerId, new NewUpload("sea.mp4", 1000), default)).Value.Upload;
        var webhook = (await _house.Get<Domain.Webhooks.Webhooks>().CreateAsync(EnsureFirstApiKey.FirstOwnerId, new WebhookChange("https://example.com/", null, null, null), null, default)).Value;
        var delivery = Assert.Single(await _house.Get<Deliveries>().NoteAsync(VideoEvents.OfPublication(asset), default));
        var comment = (await _house.Get<CommentWriter>().PostAsync(
            new SeenVideo(asset, asset.PlaybackIds[0].Id, IsOwner: true), new Person(asset.OwnerId, asset.OwnerId), new NewComment("How blue."), null, default)).Value.Value;
        _own = Ids(asset.Id, asset.PlaybackIds[0].Id, upload.Id, webhook.Id, delivery.DeliveryId, comment.Id);
        _absent = Ids(AssetIds.New(), AssetIds.NewPlaybackId(PlaybackPolicy.Signed).Id, "upload_0123456789abcdefghjkmnpqrs", "webhook_0123456789abcdefghjkmnpqrs", "msg_0123456789abcdefghjkmnpqrs", "comment_0123456789abcdefghjkmnpqrs");
        var channel = (await _house.Get<Channels>().CreateAsync(EnsureFirstApiKey.FirstOwnerId, new ChannelChange { Handle = "sea", Name = "The sea" }, null, default)).Value.Value;
        (_own["format"], _own["day"]) = ("rss", "2026-03-14");
        (_own["channelId"], _absent["channelId"]) = (channel.Id, "channel_0123456789abcdefghjkmnpqrs");
        (_own["organisationId"], _absent["organisationId"]) = ((await _house.Get<Organisations>().CreateAsync(EnsureFirstApiKey.FirstOwnerId, "Walks", null, default)).Value.Value.Id, "org_0123456789abcdefghjkmnpqrs");
        var playlist = (await _house.Get<Playlists>().CreateAsync(new Person(asset.OwnerId, asset.OwnerId), new PlaylistChange("Sea"), null, default)).Value.Value;
        (_own["playlistId"], _absent["playlistId"]) = (playlist.Id, "playlist_0123456789abcdefghjkmnpqrs");
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public void Every_operation_has_its_row() => Assert.Equal(OpenApiDocument.Operations.Select(operation => operation.DeclaringType!.Name).Order(), Rows.Keys.Order());

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Each_caller_gets_what_they_may_and_learns_nothing_of_the_rest(string name)
    {
        var (operation, row) = (OpenApiDocument.Operations.Single(operation => operation.DeclaringType!.Name == name), Rows[name]);
        Assert.Equal(row.Access == Access.Operator, OpenApiDocument.TriggerOf(operation)!.AuthLevel == AuthorizationLevel.Function);
        Assert.Equal(row.Access is Access.Open or Access.Token or Access.Told, OpenApiDocument.ConventionsOf(operation).HasFlag(ApiConvention.Open));
        switch (row.Access)
        {
            case Access.Open:
                Assert.Equal(row.Status, (await CallAsync(operation, row, _own)).Status);
                break;
            case Access.Account:
                await NobodyGetsInAsync(operation, row);
                foreach (var other in await OthersAsync(operation, row))
                    LetIn(row, await CallAsync(operation, row, _own, other));
                LetIn(row, await CallAsync(operation, row, _own, _owner));
                break;
            case Access.Owner:
                await NobodyGetsInAsync(operation, row);
                var absent = await CallAsync(operation, row, _absent, _owner);
                foreach (var other in await OthersAsync(operation, row))
                    Assert.Equal(absent, await CallAsync(operation, row, _own, other));
                Assert.Equal(row.Hidden, absent.Code);
                LetIn(row, await CallAsync(operation, row, _own, _owner));
                break;
            case Access.Told:
                var hidden = await CallAsync(operation, row, _absent, _owner);
                string?[] others = [null, "sk_forged", .. await OthersAsync(operation, row)];
                foreach (var other in others)
                    Assert.Equal(hidden, await CallAsync(operation, row, _own, other));
                Assert.Equal(row.Hidden, hidden.Code);
                LetIn(row, await CallAsync(operation, row, _own, _owner));
                break;
            case Access.Token:
                var another = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed);
                foreach (var token in new[] { null, "forged", await TokenAsync(another.PlaybackIds[0].Id) })
                    Assert.InRange((await CallAsync(operation, row, _own, token: token)).Status, 401, 403);
                Assert.Equal(row.Hidden, (await CallAsync(operation, row, _absent, token: await TokenAsync(_absent["playbackId"]))).Code);
                Assert.DoesNotContain((await CallAsync(operation, row, _own, token: await TokenAsync(_own["playbackId"]))).Status, new[] { 401, 403 });
                break;
        }
    }

    [Theory]
    [MemberData(nameof(PlaybackOperations))]
    public async Task A_private_video_is_not_there_for_any_but_its_owner_and_who_has_a_token(string name)
    {
        var (operation, row) = (OperationOf(name), Rows[name]);
        var asset = await _house.AddAsync(AssetState.Ready);
        await _house.Get<Assets>().UpdateAsync(asset.Id, found => found with { Visibility = Visibility.Private }, default);
        var own = new Dictionary<string, string>(_own) { ["playbackId"] = asset.PlaybackIds[0].Id };
        var absent = await CallAsync(operation, row, _absent);

        foreach (var (key, token) in new[] { (null, null), (_stranger, null), (null, "forged"), (_stranger, await TokenAsync(_own["playbackId"])) })
            Assert.Equal(absent, await CallAsync(operation, row, own, key, token));
        LetIn(row, await CallAsync(operation, row, own, _owner));
        LetIn(row, await CallAsync(operation, row, own, token: await TokenAsync(asset.PlaybackIds[0].Id)));
    }

    /// <summary>Places that no token opens: who somebody is, what opens doors, and what others reported.</summary>
    private static readonly string[] NotByToken = ["auth", "invitations", "moderation", "operations", "organisations", "tokens"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_API_token_opens_what_its_scopes_name_and_nothing_else(string name)
    {
        var (operation, row) = (OperationOf(name), Rows[name]);
        if (row.Access is not (Access.Account or Access.Owner))
            return;
        var trigger = OpenApiDocument.TriggerOf(operation)!;
        var scope = TokenScopes.Of(OpenApiDocument.MethodOf(trigger).ToUpperInvariant(), trigger.Route!);
        Assert.True(scope is null == NotByToken.Contains(trigger.Route!.Split('/')[0]), $"{trigger.Route}: say in TokenScopes to which area it belongs.");

        var others = TokenScopes.All.Where(other => other != scope).ToArray();
        Assert.Equal((403, scope is null ? "token.not_allowed" : "token.scope_required"), await CallAsync(operation, row, _own, await ApiTokenAsync(others)));
        if (scope is not null && row.Least <= Role.Creator)
            LetIn(row, await CallAsync(operation, row, _own, await ApiTokenAsync(scope)));
    }

    [Theory]
    [MemberData(nameof(AssetOperations))]
    public async Task In_the_trash_an_asset_is_looked_at_restored_and_erased_and_nothing_else(string name)
    {
        await _house.Get<Assets>().UpdateAsync(_own["assetId"], found => found with { Trashed = new TrashMark(found.UpdatedAt, found.UpdatedAt.AddDays(30)) }, default);

        var answer = await CallAsync(OperationOf(name), Rows[name], _own, _owner);

        if (name is "GetOneAsset" or "PostRestore" or "DeleteOneAsset")
            Assert.InRange(answer.Status, 200, 299);
        else
            Assert.Equal((409, "asset.trashed"), answer);
    }

    [Theory]
    [InlineData("DeleteOneWebhook", "GetOneWebhook", "webhookId")]
    [InlineData("DeleteUpload", "GetOneUpload", "uploadId")]
    [InlineData("DeleteOneChannel", "GetOneChannel", "channelId")]
    [InlineData("DeleteOnePlaylist", "GetOnePlaylist", "playlistId")]
    [InlineData("DeleteOneAsset", "GetOneAsset", "assetId")]
    public async Task What_a_stranger_deletes_is_still_there(string delete, string get, string id)
    {
        await CallAsync(OperationOf(delete), Rows[delete], _own, _stranger);

        var (status, _) = await CallAsync(OperationOf(get), Rows[get], _own, _owner);

        Assert.True(status == 200, $"{_own[id]} is gone.");
    }

    private static MethodInfo OperationOf(string name) => OpenApiDocument.Operations.Single(operation => operation.DeclaringType!.Name == name);

    private async Task NobodyGetsInAsync(MethodInfo operation, Row row)
    {
        var forged = issuer.Token("owner", "operator", token => token.SigningCredentials = new SigningCredentials(FakeIssuer.NewKey("one"), SecurityAlgorithms.RsaSha256));
        foreach (var key in new[] { null, "", "sk_forged", new ApiTokenSecret(EnsureFirstApiKey.FirstOwnerId, "token_0123456789abcdefghjkmnpqrs", "secret_0123456789abcdefghjkmnpqrs").ToString(), _owner + "x", _owner.ToUpperInvariant(), forged })
            Assert.Equal(401, (await CallAsync(operation, row, _own, key)).Status);
    }

    /// <summary>Everybody but the owner whose role is high enough; the others are turned away, whatever they ask for.</summary>
    private async Task<IReadOnlyList<string>> OthersAsync(MethodInfo operation, Row row)
    {
        foreach (var lower in Enum.GetValues<Role>().Where(role => role < row.Least))
        foreach (var ids in new[] { _own, _absent })
            Assert.Equal((403, "auth.role_required"), await CallAsync(operation, row, ids, issuer.Token("lower", lower.ToString())));
        if (row.Least > Role.Creator)
            Assert.Equal((403, "auth.role_required"), await CallAsync(operation, row, _own, _stranger));
        return [.. row.Least > Role.Creator ? Array.Empty<string>() : [_stranger], .. Enum.GetValues<Role>().Where(role => role >= row.Least).Select(role => issuer.Token($"another {role}", role.ToString()))];
    }

    private static void LetIn(Row row, (int Status, string? Code) answer)
    {
        Assert.DoesNotContain(answer.Status, new[] { 401, 403 });
        Assert.True(row.Hidden is null || answer.Code != row.Hidden, $"{answer}");
    }

    /// <summary>The owner's.</summary>
    private async Task<string> ApiTokenAsync(params string[] scopes) =>
        (await _house.Get<ApiTokens>().CreateAsync((await _house.Get<Authenticate>().ExecuteAsync(_owner, default)).Value, "app", scopes, null, default)).Value.Text;

    private async Task<string> TokenAsync(string playbackId) => (await _house.Get<PlaybackTokens>().PreviewAsync(playbackId, default)).Token;

    private async Task<(int Status, string? Code)> CallAsync(MethodInfo operation, Row row, Dictionary<string, string> ids, string? key = null, string? token = null)
    {
        var trigger = OpenApiDocument.TriggerOf(operation)!;
        var request = Request(OpenApiDocument.MethodOf(trigger).ToUpperInvariant(), trigger.Route!, key, row.Body, token is null ? "" : $"?token={Uri.EscapeDataString(token)}");
        object?[] arguments = [.. operation.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(HttpRequest) ? request
            : parameter.ParameterType == typeof(DurableTaskClient) ? new RecordingDurableClient()
            : parameter.ParameterType == typeof(CancellationToken) ? default(CancellationToken)
            : parameter.ParameterType == typeof(int) ? 1
            : (object)ids[parameter.Name!])];
        var result = operation.Invoke(_house.Create(operation.DeclaringType!), arguments);
        var (status, body, headers) = await _house.GetAsync(result as Task<IResult> ?? Task.FromResult((IResult)result!));
        return (status, headers.ContentType == "application/problem+json" ? JsonDocument.Parse(body).RootElement.GetProperty("code").GetString() : null);
    }

    private static Dictionary<string, string> Ids(string asset, string playback, string upload, string webhook, string delivery, string comment) => new()
    {
        ["assetId"] = asset,
        ["playbackId"] = playback,
        ["uploadId"] = upload,
        ["webhookId"] = webhook,
        ["deliveryId"] = delivery,
        ["commentId"] = comment,
        ["reportId"] = "report_0123456789abcdefghjkmnpqrs",
        ["notificationId"] = "notice_0123456789abcdefghjkmnpqrs",
        ["itemId"] = "item_0123456789abcdefghjkmnpqrs",
        ["personId"] = EnsureFirstApiKey.FirstOwnerId,
        ["image"] = new string('a', 64),
        ["language"] = "en",
        ["rendition"] = "720p",
        ["track"] = "720p",
        ["userId"] = "user_0123456789abcdefghjkmnpqrs",
        ["invitationId"] = "invitation_0123456789abcdefghjkmnpqrs",
        ["tokenId"] = "token_0123456789abcdefghjkmnpqrs",
        ["passkeyId"] = "passkey_0123456789abcdefghjkmnpqrs",
        ["sessionId"] = "session_0123456789abcdefghjkmnpqrs",
    };
}

using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Functions.Http;
using StreamPlatform.Functions.Http.Api;
using StreamPlatform.Functions.Tests.Api;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Local.Model;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Accounts;

/// <summary>
/// Who gets in where: every operation for nobody, for a forged key or token, for a person in each role, and for each member of an
/// organisation, on what is their own, what is another's and open to see, what is another's and private, and what is not there. The
/// status of each cell is written down; a new operation without a row fails.
/// </summary>
public sealed class AuthorisationMatrixTests(MatrixHouse matrix) : IClassFixture<MatrixHouse>
{
    /// <summary>What is sent depends on what the request is about.</summary>
    private delegate object BodyOf(IReadOnlyDictionary<string, string> ids);

    /// <param name="Hidden">The code by which a stranger learns no more than of what is not there; null of what may be repeated without end.</param>
    /// <param name="Least">The lowest role that gets in, of those who have an account.</param>
    /// <param name="Status">On one's own; of what is open, for anybody.</param>
    /// <param name="Member">The lowest role in an organisation that gets in; null of what is done for none.</param>
    /// <param name="Again">On one's own, the second time; null where it is the same.</param>
    /// <param name="Other">On another's that is open to see; null where that is as hidden as what is private, or of what is open the same for all.</param>
    /// <param name="Moderator">As <paramref name="Other"/>, for moderators and operators; null where they are as all.</param>
    private sealed record Row(
        Access Access, string? Hidden = null, object? Body = null, Role Least = Role.Creator, int Status = 200, MemberRole? Member = null, int? Again = null, int? Other = null, int? Moderator = null)
    {
        /// <summary>On what is not there, and so on what is another's and private.</summary>
        public int Absent => Hidden is null ? Status : 404;
    }

    private enum Access
    {
        /// <summary>Anybody.</summary>
        Open,

        /// <summary>Whoever has a key of the function app: the host sees to it.</summary>
        Operator,

        /// <summary>Whoever has an account and the role, on their own account alone, whatever else it is about.</summary>
        Account,

        /// <summary>Whoever has an account and the role, on what is theirs; on another's, if it says so, on what they may see.</summary>
        Owner,

        /// <summary>Anybody, of what everybody may see; of the rest whoever has a playback token for it.</summary>
        Token,

        /// <summary>Anybody, of what everybody may see; of what only its owner may, its owner.</summary>
        Told,
    }

    /// <summary>Whose the resource is.</summary>
    private enum Column
    {
        Own,
        Other,
        Private,
        Absent,
    }

    /// <param name="Account">The organisation that is acted for.</param>
    private sealed record Cell(string Name, string? Key, string? Account, IReadOnlyDictionary<string, string> Ids, int Status, string? Code = null);

    private static readonly Row OfAsset = new(Access.Owner, "asset.not_found", Member: MemberRole.Viewer), OfWebhook = new(Access.Owner, "webhook.not_found", Member: MemberRole.Admin),
        OfLiveStream = new(Access.Owner, "live.not_found", Member: MemberRole.Viewer), OfPlayback = new(Access.Token, "playback.not_found", Member: MemberRole.Viewer), OfTold = new(Access.Told, "playback.not_found", Member: MemberRole.Viewer),
        OfSeen = new(Access.Owner, "playback.not_found", Least: Role.Viewer, Member: MemberRole.Viewer), OfPlaylist = new(Access.Owner, "playlist.not_found", Least: Role.Viewer, Member: MemberRole.Viewer),
        OfOrganisation = new(Access.Owner, "organisation.not_found", Least: Role.Viewer);

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["GetAccount"] = new(Access.Account, Least: Role.Viewer, Member: MemberRole.Viewer),
        ["GetMe"] = new(Access.Account, Least: Role.Viewer),
        ["PatchMe"] = new(Access.Account, Body: new { name = "Ada" }, Least: Role.Viewer),
        ["PutAvatar"] = new(Access.Account, Body: "no image", Least: Role.Viewer, Status: 422),
        ["DeleteAvatar"] = new(Access.Account, Least: Role.Viewer, Status: 204),
        ["GetPerson"] = new(Access.Told, "profile.not_found", Status: 404, Other: 200),
        ["GetAvatar"] = new(Access.Open, Status: 404),
        ["GetEncoding"] = new(Access.Account, Member: MemberRole.Viewer),
        ["PutEncoding"] = new(Access.Account, Body: new { }, Member: MemberRole.Admin),
        ["PostListening"] = new(Access.Account, Least: Role.Viewer, Member: MemberRole.Viewer),
        ["PostWatermark"] = new(Access.Account, Body: "no image", Status: 422, Member: MemberRole.Editor),
        ["DeleteWatermark"] = new(Access.Account, Status: 204, Member: MemberRole.Editor),
        ["GetAssets"] = new(Access.Account, Member: MemberRole.Viewer),
        ["PostAsset"] = new(Access.Account, Body: new { url = "https://example.com/sea.mp4" }, Status: 202, Member: MemberRole.Editor),
        ["PostBulk"] = new(Access.Account, Body: new { ids = new[] { "asset_0123456789abcdefghjkmnpqrs" }, operation = "restore" }, Status: 207, Member: MemberRole.Editor),
        ["DeleteOneAsset"] = OfAsset with { Status = 202, Member = MemberRole.Editor },
        ["GetOneAsset"] = OfAsset,
        ["PatchAsset"] = OfAsset with { Body = new { title = "Mine" }, Member = MemberRole.Editor },
        ["PostApprove"] = OfAsset with { Status = 409, Member = MemberRole.Editor },
        ["PostCancel"] = OfAsset with { Status = 409, Member = MemberRole.Editor },
        ["PutAssetChapters"] = OfAsset with { Body = new { chapters = Array.Empty<object>() }, Member = MemberRole.Editor },
        ["PostClip"] = OfAsset with { Body = new { start = 0, end = 1 }, Status = 202, Member = MemberRole.Editor },
        ["GetOneDownload"] = OfAsset with { Status = 404 },
        ["GetEvents"] = OfAsset,
        ["GetJobs"] = OfAsset,
        ["PostPlaybackToken"] = OfAsset with { Body = new BodyOf(ids => new { playbackId = ids["playbackId"] }), Status = 201, Member = MemberRole.Editor },
        ["GetRenditions"] = OfAsset,
        ["PostRendition"] = OfAsset with { Body = new { name = "720p" }, Status = 422, Member = MemberRole.Editor },
        ["PostReprocess"] = OfAsset with { Status = 202, Member = MemberRole.Editor, Again = 409 },
        ["PostRestore"] = OfAsset with { Member = MemberRole.Editor },
        ["GetTracks"] = OfAsset,
        ["PostTakedown"] = new(Access.Account, "takedown.asset_not_found", Body: new { reason = "spam" }, Least: Role.Moderator),
        ["DeleteTakedown"] = new(Access.Account, "takedown.asset_not_found", Least: Role.Moderator),
        ["PostAppeal"] = OfAsset with { Body = new { text = "It is the sea." }, Status = 409, Member = MemberRole.Editor },
        ["PostPlaybackId"] = OfAsset with { Body = new { policy = "signed" }, Status = 201, Member = MemberRole.Editor },
        ["DeletePlaybackId"] = OfAsset with { Status = 409, Member = MemberRole.Editor },
        ["PostAssetMove"] = new(Access.Account, Body: new { to = "org_0123456789abcdefghjkmnpqrs" }, Status: 403, Member: MemberRole.Admin),
        ["PostChannelMove"] = new(Access.Account, Body: new { to = "org_0123456789abcdefghjkmnpqrs" }, Status: 403, Member: MemberRole.Admin),
        ["PostOrganisationDeletion"] = OfOrganisation with { Body = new { password = "a" }, Status = 409 },
        ["DeleteOrganisationDeletion"] = OfOrganisation with { Status = 204 },
        ["GetAudit"] = new(Access.Account, Least: Role.Operator),
        ["GetAssetAnalytics"] = OfAsset,
        ["GetChannelAnalytics"] = new(Access.Owner, "channel.not_found", Member: MemberRole.Viewer),
        ["GetAssetViewers"] = OfAsset,
        ["GetChannelViewers"] = new(Access.Owner, "channel.not_found", Member: MemberRole.Viewer),
        ["GetCohorts"] = new(Access.Account, Least: Role.Operator),
        ["GetBusiness"] = new(Access.Account, Least: Role.Operator),
        ["GetPoorSessions"] = new(Access.Account, Least: Role.Operator),
        ["GetOnePoorSession"] = new(Access.Account, Least: Role.Operator, Status: 404),
        ["GetPlatformViewers"] = new(Access.Account, Least: Role.Operator),
        ["GetPlatformAnalytics"] = new(Access.Account, Least: Role.Operator),
        ["PostRecount"] = new(Access.Account, Body: new { day = "2020-01-01" }, Least: Role.Operator, Status: 409),
        ["GetRecounts"] = new(Access.Account, Least: Role.Operator),
        ["GetOneRecount"] = new(Access.Account, Least: Role.Operator, Status: 404),
        ["GetQuarantine"] = new(Access.Account, Least: Role.Operator),
        ["PutVerdict"] = new(Access.Account, Body: new { quarantined = false }, Least: Role.Operator, Status: 404),
        ["DeleteTrack"] = OfAsset with { Status = 404, Member = MemberRole.Editor },
        ["PutTrack"] = OfAsset with { Body = "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n", Member = MemberRole.Editor },
        ["GetUploads"] = new(Access.Account, Member: MemberRole.Editor),
        ["PostUpload"] = new(Access.Account, Body: new { fileName = "sea.mp4", sizeBytes = 10 }, Status: 201, Member: MemberRole.Editor),
        ["DeleteUpload"] = new(Access.Owner, "upload.not_found", Member: MemberRole.Editor),
        ["GetOneUpload"] = new(Access.Owner, "upload.not_found", Member: MemberRole.Editor),
        ["GetWebhooks"] = new(Access.Account, Member: MemberRole.Admin),
        ["PostWebhook"] = new(Access.Account, Body: new { url = "https://example.com/" }, Status: 201, Member: MemberRole.Admin),
        ["DeleteOneWebhook"] = new(Access.Owner, Status: 204, Member: MemberRole.Admin),
        ["GetOneWebhook"] = OfWebhook,
        ["PatchWebhook"] = OfWebhook with { Body = new { description = "Mine" } },
        ["GetDeliveries"] = OfWebhook,
        ["PostReplay"] = new(Access.Owner, "webhook.delivery_not_found", Status: 202, Member: MemberRole.Admin),
        ["PostWebhookSecret"] = OfWebhook with { Status = 201 },
        ["PostWebhookTest"] = OfWebhook with { Status = 202 },
        ["GetLiveStreams"] = new(Access.Account, Member: MemberRole.Viewer),
        ["PostLiveStream"] = new(Access.Account, Body: new { title = "The sea, live" }, Status: 201, Member: MemberRole.Editor),
        ["GetOneLiveStream"] = OfLiveStream,
        ["PatchLiveStream"] = OfLiveStream with { Body = new { title = "Mine" }, Member = MemberRole.Editor },
        ["DeleteOneLiveStream"] = new(Access.Owner, Status: 204, Member: MemberRole.Editor),
        ["PostLiveStreamKey"] = OfLiveStream with { Status = 201, Member = MemberRole.Editor },
        ["PostLiveToken"] = OfLiveStream with { Body = new { }, Status = 201, Member = MemberRole.Editor },
        ["GetLive"] = new(Access.Open, "playback.not_found"),
        ["GetChannels"] = new(Access.Account, Member: MemberRole.Viewer),
        ["PostChannel"] = new(Access.Account, Body: new BodyOf(_ => new { handle = OpaqueId.New("c")[2..], name = "Another" }), Status: 201, Member: MemberRole.Editor),
        ["GetOneChannel"] = new(Access.Open, "channel.not_found"),
        ["GetChannelVideos"] = new(Access.Open, "channel.not_found"),
        ["PatchChannel"] = new(Access.Owner, "channel.not_found", Body: new { name = "Mine" }, Member: MemberRole.Editor),
        ["DeleteOneChannel"] = new(Access.Owner, Status: 204, Member: MemberRole.Editor),
        ["GetPoster"] = OfPlayback with { Status = 302 },
        ["GetWatchPage"] = new(Access.Open),
        ["GetEmbedPage"] = new(Access.Open),
        ["GetRobots"] = new(Access.Open),
        ["GetSitemapIndex"] = new(Access.Open),
        ["GetSitemap"] = new(Access.Open),
        ["GetChannelFeed"] = new(Access.Open, "channel.not_found"),
        ["GetEpisode"] = new(Access.Open, "feed.episode_not_found", Status: 404),
        ["GetOEmbed"] = new(Access.Open, Status: 404),
        ["GetWatch"] = OfPlayback,
        ["GetHls"] = OfPlayback,
        ["GetDash"] = OfPlayback,
        ["GetChapters"] = OfPlayback with { Status = 404 },
        ["GetStoryboard"] = OfPlayback,
        ["GetHlsTrack"] = OfPlayback with { Status = 404 },
        ["GetReaction"] = OfSeen with { Other = 200 },
        ["PutReaction"] = OfSeen with { Body = new { kind = "like" }, Member = MemberRole.Editor, Other = 200 },
        ["DeleteReaction"] = OfSeen with { Member = MemberRole.Editor, Other = 200 },
        ["GetComments"] = OfTold,
        ["GetOneComment"] = OfTold,
        ["GetReplies"] = OfTold,
        ["PostComment"] = OfSeen with { Body = new { text = "How blue." }, Status = 201, Member = MemberRole.Editor, Other = 201 },
        ["PatchComment"] = OfSeen with { Body = new { text = "How grey." }, Member = MemberRole.Editor, Other = 403 },
        ["DeleteComment"] = OfSeen with { Status = 204, Member = MemberRole.Editor, Other = 403 },
        ["GetCommentEdits"] = OfSeen with { Other = 403, Moderator = 200 },
        ["PutCommentLike"] = OfSeen with { Member = MemberRole.Editor, Other = 200 },
        ["DeleteCommentLike"] = OfSeen with { Member = MemberRole.Editor, Other = 200 },
        ["PatchCommentDecision"] = OfSeen with { Body = new { hearted = true }, Member = MemberRole.Editor, Other = 403 },
        ["GetCommentReview"] = OfSeen with { Other = 403, Moderator = 200 },
        ["PostShare"] = OfSeen with { Member = MemberRole.Editor, Other = 200 },
        ["PostReport"] = OfSeen with { Body = new { reason = "spam" }, Status = 202, Member = MemberRole.Editor, Other = 202 },
        ["GetReports"] = new(Access.Account, Least: Role.Moderator),
        ["PatchReport"] = new(Access.Account, Body: new { state = "dismissed" }, Least: Role.Moderator, Status: 404),
        ["GetSubscription"] = new(Access.Open, "channel.not_found"),
        ["PutSubscription"] = new(Access.Account, "channel.not_found", Body: new { }, Least: Role.Viewer, Member: MemberRole.Editor),
        ["DeleteSubscription"] = new(Access.Account, "channel.not_found", Least: Role.Viewer, Member: MemberRole.Editor),
        ["GetSubscriptions"] = new(Access.Account, Least: Role.Viewer, Member: MemberRole.Viewer),
        ["GetNotifications"] = new(Access.Account, Least: Role.Viewer, Member: MemberRole.Viewer),
        ["GetNewNotifications"] = new(Access.Account, Least: Role.Viewer, Member: MemberRole.Viewer),
        ["PutNotificationsSeen"] = new(Access.Account, Least: Role.Viewer, Status: 204, Member: MemberRole.Editor),
        ["PutNotificationRead"] = new(Access.Account, Least: Role.Viewer, Status: 404, Member: MemberRole.Editor),
        ["GetNotificationPreferences"] = new(Access.Account, Least: Role.Viewer, Member: MemberRole.Viewer),
        ["PutNotificationPreferences"] = new(Access.Account, Body: new { muted = Array.Empty<string>() }, Least: Role.Viewer, Member: MemberRole.Editor),
        ["GetDigest"] = new(Access.Account, Least: Role.Viewer, Member: MemberRole.Viewer),
        ["PutDigest"] = new(Access.Account, Body: new { wanted = false }, Least: Role.Viewer, Member: MemberRole.Editor),
        ["GetDigestEnd"] = new(Access.Open),
        ["PostDigestEnd"] = new(Access.Open),
        ["GetLikes"] = new(Access.Account, Least: Role.Viewer, Member: MemberRole.Viewer),
        ["GetPersonLikes"] = new(Access.Open, "profile.not_found", Status: 404),
        ["GetPersonSubscriptions"] = new(Access.Open, "profile.not_found", Status: 404),
        ["GetPlaylists"] = new(Access.Account, Least: Role.Viewer, Member: MemberRole.Viewer),
        ["PostPlaylist"] = new(Access.Account, Body: new { title = "Sea" }, Least: Role.Viewer, Status: 201, Member: MemberRole.Editor),
        ["GetPublicPlaylists"] = new(Access.Open),
        ["GetOnePlaylist"] = OfTold with { Hidden = "playlist.not_found" },
        ["GetPlaylistItems"] = OfTold with { Hidden = "playlist.not_found" },
        ["PatchPlaylist"] = OfPlaylist with { Body = new { title = "Mine" }, Member = MemberRole.Editor },
        ["DeleteOnePlaylist"] = new(Access.Owner, Least: Role.Viewer, Status: 204, Member: MemberRole.Editor),
        ["PostPlaylistItem"] = OfPlaylist with { Body = new BodyOf(ids => new { playbackId = ids["playbackId"] }), Member = MemberRole.Editor },
        ["PutPlaylistItemPlace"] = OfPlaylist with { Body = new { after = "" }, Member = MemberRole.Editor },
        ["DeletePlaylistItem"] = OfPlaylist with { Status = 204, Member = MemberRole.Editor },
        ["GetHistory"] = new(Access.Account, Least: Role.Viewer),
        ["DeleteHistory"] = new(Access.Account, Least: Role.Viewer, Status: 204),
        ["GetVideoHistory"] = OfSeen with { Member = null, Other = 200 },
        ["PutVideoHistory"] = OfSeen with { Body = new { positionSeconds = 1 }, Member = null, Other = 200 },
        ["DeleteVideoHistory"] = new(Access.Account, Least: Role.Viewer, Status: 204),
        ["PutCommenting"] = OfSeen with { Body = new { mode = "held" }, Member = MemberRole.Editor, Other = 403, Moderator = 200 },
        ["GetRelated"] = OfPlayback,
        ["GetHome"] = new(Access.Open),
        ["GetTrending"] = new(Access.Open),
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
        ["PostSignIn"] = new(Access.Open, Body: new BodyOf(_ => new { email = $"{OpaqueId.New("a")}@example.com", password = "seven purple walruses" }), Status: 401),
        ["PostRefresh"] = new(Access.Open, Body: new { refreshToken = "rt_forged" }, Status: 401),
        ["PostSignOut"] = new(Access.Open, Body: new { refreshToken = "rt_forged" }, Status: 204),
        ["PostPasswordReset"] = new(Access.Open, Body: new { email = "ada@example.com" }, Status: 202),
        ["PostPasswordResetFinish"] = new(Access.Open, Body: new { token = "once_0123456789abcdefghjkmnpqrs", password = "seven purple walruses" }, Status: 400),
        ["PostEmail"] = new(Access.Account, Body: new { email = "ada@example.com", password = "a" }, Least: Role.Viewer, Status: 409),
        ["PostEmailFinish"] = new(Access.Open, Body: new { token = "once_0123456789abcdefghjkmnpqrs" }, Status: 400),
        ["PostDeletion"] = new(Access.Account, Body: new { password = "a" }, Least: Role.Viewer, Status: 409),
        ["DeleteDeletion"] = new(Access.Account, Least: Role.Viewer, Status: 204),
        ["PostPasskeySignIn"] = new(Access.Open),
        ["PostPasskeySignInFinish"] = new(Access.Open, Body: new { ceremony = "ceremony_0123456789abcdefghjkmnpqrs" }, Status: 401),
        ["PostPasskey"] = new(Access.Account, Body: new { password = "a" }, Least: Role.Viewer, Status: 409),
        ["PostPasskeyFinish"] = new(Access.Account, Body: new { name = "a" }, Least: Role.Viewer, Status: 400),
        ["GetPasskeys"] = new(Access.Account, Least: Role.Viewer),
        ["PatchPasskey"] = new(Access.Account, Body: new { name = "a" }, Least: Role.Viewer, Status: 404),
        ["DeletePasskey"] = new(Access.Account, Least: Role.Viewer, Status: 204),
        ["GetTotp"] = new(Access.Account, Least: Role.Viewer),
        ["PostTotp"] = new(Access.Account, Body: new { password = "a" }, Least: Role.Viewer, Status: 409),
        ["PostTotpConfirm"] = new(Access.Account, Body: new { code = "123456" }, Least: Role.Viewer, Status: 409),
        ["PostTotpEnd"] = new(Access.Account, Body: new { password = "a", code = "123456" }, Least: Role.Viewer, Status: 409),
        ["PostPassword"] = new(Access.Account, Body: new { currentPassword = "a", newPassword = "b" }, Least: Role.Viewer, Status: 409),
        ["PostSignOutEverywhere"] = new(Access.Account, Least: Role.Viewer, Status: 204),
        ["PostSigningKey"] = new(Access.Account, Body: new { name = "site" }, Status: 201, Member: MemberRole.Admin),
        ["GetSigningKeys"] = new(Access.Account, Member: MemberRole.Admin),
        ["GetOneSigningKey"] = new(Access.Owner, "signing.key_not_found", Member: MemberRole.Admin),
        ["DeleteSigningKey"] = new(Access.Owner, Status: 204, Member: MemberRole.Admin),
        ["PostToken"] = new(Access.Account, Body: new { name = "app", scopes = new[] { "assets:read" } }, Least: Role.Viewer, Status: 201, Member: MemberRole.Admin),
        ["GetTokens"] = new(Access.Account, Least: Role.Viewer, Member: MemberRole.Admin),
        ["DeleteToken"] = new(Access.Account, Least: Role.Viewer, Status: 204, Member: MemberRole.Admin),
        ["GetSessions"] = new(Access.Account, Least: Role.Viewer),
        ["DeleteSession"] = new(Access.Account, Least: Role.Viewer, Status: 204),
        ["GetOneUser"] = new(Access.Account, Least: Role.Operator),
        ["PatchUser"] = new(Access.Account, Body: new { disabled = false }, Least: Role.Operator),
        ["FindUser"] = new(Access.Account, Body: new { email = "ada@example.com" }, Least: Role.Operator, Status: 404),
        ["PostOrganisation"] = new(Access.Account, Body: new { name = "Walks" }, Status: 201),
        ["GetOrganisations"] = new(Access.Account, Least: Role.Viewer),
        ["GetOneOrganisation"] = OfOrganisation,
        ["PatchOrganisation"] = OfOrganisation with { Body = new { name = "Mine" } },
        ["GetMembers"] = OfOrganisation,
        ["PatchMember"] = OfOrganisation with { Body = new { role = "owner" } },
        ["DeleteMember"] = OfOrganisation with { Status = 204 },
        ["GetInvitations"] = OfOrganisation,
        ["PostInvitation"] = OfOrganisation with { Body = new { email = "ada@example.com" }, Status = 201 },
        ["DeleteInvitation"] = OfOrganisation with { Status = 204 },
        ["GetReceivedInvitations"] = new(Access.Account, Least: Role.Viewer),
        ["PostInvitationAcceptance"] = new(Access.Account, Body: new { invitationId = "invitation_0123456789abcdefghjkmnpqrs" }, Least: Role.Viewer, Status: 404),
        ["PostInvitationRefusal"] = new(Access.Account, Body: new { invitationId = "invitation_0123456789abcdefghjkmnpqrs" }, Least: Role.Viewer, Status: 404),
        ["PatchOrganisationState"] = new(Access.Account, "organisation.not_found", Body: new { disabled = false }, Least: Role.Operator),
        ["PostKey"] = new(Access.Operator),
        ["PostPlaybackSession"] = OfPlayback with { Status = 201 },
        ["PostTelemetry"] = new(Access.Open, Body: new { beacons = Array.Empty<object>() }, Status: 202),
        ["PostTiers"] = new(Access.Operator),
        ["GetTiers"] = new(Access.Operator),
        ["PostPopular"] = new(Access.Operator),
        ["GetPopular"] = new(Access.Operator),
    };

    public static TheoryData<string> Operations => [.. OpenApiDocument.Operations.Select(operation => operation.DeclaringType!.Name)];

    public static TheoryData<string> PlaybackOperations => [.. Rows.Where(row => row.Value.Access == Access.Token).Select(row => row.Key)];

    public static TheoryData<string> AssetOperations => [.. Rows.Where(row => row.Value.Hidden == OfAsset.Hidden && row.Value.Access == Access.Owner).Select(row => row.Key)];

    [Fact]
    public void Every_operation_has_its_row() => Assert.Equal(OpenApiDocument.Operations.Select(operation => operation.DeclaringType!.Name).Order(), Rows.Keys.Order());

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Each_caller_gets_what_they_may_and_learns_nothing_of_the_rest(string name)
    {
        var (operation, row) = (OperationOf(name), Rows[name]);
        Assert.Equal(row.Access == Access.Operator, OpenApiDocument.TriggerOf(operation)!.AuthLevel == AuthorizationLevel.Function);
        Assert.Equal(row.Access is Access.Open or Access.Token or Access.Told, IsOpen(operation));
        if (row.Access == Access.Operator)
            return;

        var cast = await CastAsync(operation);
        List<string> wrong = [];
        foreach (var cell in Cells(operation, row, cast))
        {
            var answer = await CallAsync(operation, row, cell.Ids, cell.Key, account: cell.Account);
            if (answer.Status != cell.Status || (cell.Code is not null && answer.Code != cell.Code))
                wrong.Add($"{cell.Name}: {answer}, not {(cell.Status, cell.Code)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Prepend(name)));
    }

    private IEnumerable<Cell> Cells(MethodInfo operation, Row row, MatrixCast cast)
    {
        Column[] columns = PartsOf(operation).Any(MatrixHouse.Owned.Contains) ? [Column.Other, Column.Private, Column.Absent, Column.Own] : [Column.Own];
        foreach (var (who, key) in Nobodies(cast))
        foreach (var column in IsOpen(operation) ? columns : [Column.Own])
            yield return IsOpen(operation) ? Expect($"{who}, {column}", row, cast, null, key, null, column == Column.Own && columns.Length > 1 ? Column.Private : column, false) : new Cell($"{who}, {column}", key, null, cast.Own, 401);
        foreach (var column in columns)
        foreach (var (role, key) in cast.Person)
            yield return Expect($"{role}, {column}", row, cast, role, key, null, column, again: role > row.Least);
        foreach (var column in columns)
        foreach (var (member, key) in cast.Members)
            yield return Expect($"{member} of an organisation, {column}", row, cast, Role.Creator, key, member, column, again: member > row.Member);
        var outside = Expect("a stranger, an organisation's", row, cast, null, cast.Person[Role.Operator], null, Column.Private, false) with { Account = cast.OrganisationId, Ids = cast.Joint };
        yield return IsOpen(operation) ? outside : outside with { Status = 403, Code = "organisation.not_member" };
    }

    /// <param name="role">Null of nobody.</param>
    /// <param name="member">Null of whoever acts for themselves.</param>
    private static Cell Expect(string name, Row row, MatrixCast cast, Role? role, string? key, MemberRole? member, Column column, bool again)
    {
        var isOpen = row.Access is Access.Open or Access.Token or Access.Told;
        var ids = column switch
        {
            Column.Own => member is null ? cast.Own : cast.Joint,
            Column.Other => cast.Other,
            Column.Private => cast.Private,
            _ => cast.Absent,
        };
        var cell = new Cell(name, key, member is null ? null : cast.OrganisationId, ids, 0);
        var mayForOrganisation = member is null || member >= row.Member;
        if (!isOpen && member is not null && row.Member is null)
            return cell with { Status = 403, Code = "organisation.not_allowed" };
        if (!isOpen && !mayForOrganisation)
            return cell with { Status = 403, Code = "organisation.role_required" };
        if (!isOpen && role < row.Least)
            return cell with { Status = 403, Code = "auth.role_required" };
        var (status, code) = column switch
        {
            Column.Absent => (row.Absent, row.Hidden),
            Column.Own when !isOpen || mayForOrganisation => (again ? row.Again ?? row.Status : row.Status, null),
            Column.Other when role >= Role.Moderator && row.Moderator is { } decided => (decided, null),
            Column.Other when row.Other is { } told => (told, null),
            Column.Other when isOpen => (row.Status, null),
            _ when row.Access is Access.Open or Access.Account => (row.Status, null),
            _ => (row.Absent, row.Hidden),
        };
        return cell with { Status = status, Code = code };
    }

    /// <summary>Nobody, and who pretends to be somebody.</summary>
    private IEnumerable<(string, string?)> Nobodies(MatrixCast cast)
    {
        yield return ("nobody", null);
        yield return ("an empty key", "");
        yield return ("a forged key", "sk_forged");
        yield return ("a forged token of a person", new ApiTokenSecret(cast.PersonId, "token_0123456789abcdefghjkmnpqrs", "secret_0123456789abcdefghjkmnpqrs").ToString());
        yield return ("a forged token of an organisation", new ApiTokenSecret(cast.OrganisationId, "token_0123456789abcdefghjkmnpqrs", "secret_0123456789abcdefghjkmnpqrs").ToString());
        yield return ("a forged access token", matrix.Issuer.Token("person 1", "operator", token => token.SigningCredentials = Forged));
        yield return ("an access token that was changed", cast.Person[Role.Operator] + "x");
    }

    private static readonly SigningCredentials Forged = new(FakeIssuer.NewKey("one"), SecurityAlgorithms.RsaSha256);

    [Theory]
    [MemberData(nameof(PlaybackOperations))]
    public async Task A_video_that_takes_a_token_is_for_its_owner_and_who_has_its_token_and_a_private_one_is_not_there_for_others(string name)
    {
        var (operation, row, cast) = (OperationOf(name), Rows[name], await CastAsync(OperationOf(name)));
        var (signed, another) = (await SignedAsync(cast.PersonId), await SignedAsync(cast.PersonId));
        foreach (var token in new[] { null, "forged", await TokenAsync(another["playbackId"]) })
            Assert.InRange((await CallAsync(operation, row, signed, token: token)).Status, 401, 403);
        Assert.Equal(row.Status, (await CallAsync(operation, row, signed, token: await TokenAsync(signed["playbackId"]))).Status);
        Assert.Equal(row.Status, (await CallAsync(operation, row, signed, cast.Person[Role.Viewer])).Status);
        Assert.Equal((404, row.Hidden), await CallAsync(operation, row, cast.Absent, token: await TokenAsync(cast.Absent["playbackId"])));

        foreach (var token in new[] { "forged", await TokenAsync(cast.Own["playbackId"]) })
            Assert.Equal((404, row.Hidden), await CallAsync(operation, row, cast.Private, cast.Person[Role.Operator], token));
        Assert.Equal(row.Status, (await CallAsync(operation, row, cast.Private, token: await TokenAsync(cast.Private["playbackId"]))).Status);
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
        var (trigger, cast) = (OpenApiDocument.TriggerOf(operation)!, await CastAsync(operation));
        var scope = TokenScopes.Of(OpenApiDocument.MethodOf(trigger).ToUpperInvariant(), trigger.Route!);
        Assert.True(scope is null == (NotByToken.Contains(trigger.Route!.Split('/')[0]) || trigger.Route!.EndsWith("/takedown", StringComparison.Ordinal)), $"{trigger.Route}: say in TokenScopes to which area it belongs.");

        foreach (var owner in new[] { cast.PersonId, cast.OrganisationId })
        {
            var others = TokenScopes.All.Where(other => other != scope).ToArray();
            var own = owner == cast.PersonId ? cast.Own : cast.Joint;
            Assert.Equal((403, scope is null ? "token.not_allowed" : "token.scope_required"), await CallAsync(operation, row, own, await ApiTokenAsync(owner, others)));
            if (scope is null)
                continue;
            var answer = await CallAsync(operation, row, own, await ApiTokenAsync(owner, scope));
            Assert.Equal(owner == cast.OrganisationId && row.Member is null ? (403, "organisation.not_allowed") : (row.Status, answer.Code), answer);
        }
    }

    [Theory]
    [MemberData(nameof(AssetOperations))]
    public async Task In_the_trash_an_asset_is_looked_at_restored_and_erased_and_nothing_else(string name)
    {
        var asset = await matrix.House.AddAsync(AssetState.Ready);
        await matrix.House.Get<Assets>().UpdateAsync(asset.Id, found => found with { Trashed = new TrashMark(found.UpdatedAt, found.UpdatedAt.AddDays(30)) }, default);
        var cast = await CastAsync(OperationOf(name));

        var answer = await CallAsync(OperationOf(name), Rows[name], new Dictionary<string, string>(cast.Absent) { ["assetId"] = asset.Id }, await matrix.House.NewKeyAsync());

        if (name is "GetOneAsset" or "PostRestore" or "DeleteOneAsset")
            Assert.InRange(answer.Status, 200, 299);
        else
            Assert.Equal((409, "asset.trashed"), answer);
    }

    [Theory]
    [MemberData(nameof(AssetOperations))]
    public async Task What_moderators_took_down_its_owner_looks_at_appeals_and_deletes_and_does_nothing_else_with(string name)
    {
        var asset = await TakenDownAsync(null);
        var cast = await CastAsync(OperationOf(name));

        var answer = await CallAsync(OperationOf(name), Rows[name], new Dictionary<string, string>(cast.Absent) { ["assetId"] = asset.Id }, await matrix.House.NewKeyAsync());

        if (name is "GetOneAsset" or "PostRestore" or "DeleteOneAsset" or "PostAppeal")
            Assert.InRange(answer.Status, 200, 299);
        else
            Assert.Equal((409, name == "PostCancel" ? "asset.wrong_state" : "asset.taken_down"), answer);
    }

    [Theory]
    [MemberData(nameof(PlaybackOperations))]
    public async Task What_moderators_took_down_plays_for_nobody_and_is_not_there_for_others(string name)
    {
        var (operation, row, cast) = (OperationOf(name), Rows[name], await CastAsync(OperationOf(name)));
        var asset = await TakenDownAsync(cast.PersonId);
        var ids = new Dictionary<string, string>(cast.Absent) { ["assetId"] = asset.Id, ["playbackId"] = asset.PlaybackIds[0].Id };

        foreach (var (key, token) in new (string?, string?)[] { (null, null), (cast.Members[MemberRole.Viewer], null), (null, await TokenAsync(ids["playbackId"])) })
            Assert.Equal((404, row.Hidden), await CallAsync(operation, row, ids, key, token));
        Assert.Equal((403, "playback.taken_down"), await CallAsync(operation, row, ids, cast.Person[Role.Creator]));
    }

    private async Task<Asset> TakenDownAsync(string? ownerId)
    {
        var asset = ownerId is null ? await matrix.House.AddAsync(AssetState.Ready) : await matrix.House.AddAsync(AssetState.Ready, PlaybackPolicy.Public, ownerId);
        return (await matrix.House.Get<Assets>().UpdateAsync(asset.Id, found => found with { Takedown = new TakedownMark(found.UpdatedAt, TakedownReason.Spam, null, "user_moderator") }, default)).Value;
    }

    [Theory]
    [InlineData("DeleteOneWebhook", "GetOneWebhook")]
    [InlineData("DeleteSigningKey", "GetOneSigningKey")]
    [InlineData("DeleteUpload", "GetOneUpload")]
    [InlineData("DeleteOneChannel", "GetOneChannel")]
    [InlineData("DeleteOneLiveStream", "GetOneLiveStream")]
    [InlineData("DeleteOnePlaylist", "GetOnePlaylist")]
    [InlineData("DeleteOneAsset", "GetOneAsset")]
    [InlineData("DeleteComment", "GetOneComment")]
    public async Task What_a_stranger_deletes_is_still_there(string delete, string get)
    {
        var (deletion, cast) = (OperationOf(delete), await CastAsync(OperationOf(delete)));
        foreach (var role in new[] { Role.Viewer, Role.Creator })
            await CallAsync(deletion, Rows[delete], cast.Joint, cast.Person[role]);
        await CallAsync(deletion, Rows[delete], cast.Joint, cast.Person[Role.Operator], account: cast.OrganisationId);
        await CallAsync(deletion, Rows[delete], cast.Joint, cast.Members[MemberRole.Viewer], account: cast.OrganisationId);
        await CallAsync(deletion, Rows[delete], cast.Joint, cast.Members[MemberRole.Owner]);

        Assert.Equal(200, (await CallAsync(OperationOf(get), Rows[get], cast.Joint, cast.Members[MemberRole.Admin], account: cast.OrganisationId)).Status);
    }

    private static MethodInfo OperationOf(string name) => OpenApiDocument.Operations.Single(operation => operation.DeclaringType!.Name == name);

    private static bool IsOpen(MethodInfo operation) => OpenApiDocument.ConventionsOf(operation).HasFlag(ApiConvention.Open);

    private static IReadOnlyCollection<string> PartsOf(MethodInfo operation) => [.. operation.GetParameters().Where(parameter => parameter.ParameterType == typeof(string)).Select(parameter => parameter.Name!)];

    private Task<MatrixCast> CastAsync(MethodInfo operation) => matrix.CastAsync(PartsOf(operation), readOnly: OpenApiDocument.MethodOf(OpenApiDocument.TriggerOf(operation)!) == "get");

    private async Task<IReadOnlyDictionary<string, string>> SignedAsync(string ownerId)
    {
        var asset = await matrix.House.AddAsync(AssetState.Ready, PlaybackPolicy.Signed, ownerId);
        return new Dictionary<string, string>((await matrix.CastAsync([], readOnly: true)).Absent) { ["assetId"] = asset.Id, ["playbackId"] = asset.PlaybackIds[0].Id };
    }

    private async Task<string> ApiTokenAsync(string ownerId, params string[] scopes) =>
        (await matrix.House.Get<ApiTokens>().CreateAsync(new Caller(ownerId, ownerId, Role.Creator, CredentialKind.AccessToken, ""), "app", scopes, null, default)).Value.Text;

    private async Task<string> TokenAsync(string playbackId) => (await matrix.House.Get<PlaybackTokens>().PreviewAsync(playbackId, default)).Token;

    private async Task<(int Status, string? Code)> CallAsync(MethodInfo operation, Row row, IReadOnlyDictionary<string, string> ids, string? key = null, string? token = null, string? account = null)
    {
        var trigger = OpenApiDocument.TriggerOf(operation)!;
        var request = Request(OpenApiDocument.MethodOf(trigger).ToUpperInvariant(), trigger.Route!, key, row.Body is BodyOf body ? body(ids) : row.Body, token is null ? "" : $"?token={Uri.EscapeDataString(token)}");
        if (account is not null)
            request.Headers[CallerAuthentication.AccountHeader] = account;
        object?[] arguments = [.. operation.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(HttpRequest) ? request
            : parameter.ParameterType == typeof(DurableTaskClient) ? new RecordingDurableClient()
            : parameter.ParameterType == typeof(CancellationToken) ? default(CancellationToken)
            : parameter.ParameterType == typeof(int) ? 1
            : (object)ids[parameter.Name!])];
        var result = operation.Invoke(matrix.House.Create(operation.DeclaringType!), arguments);
        var (status, answer, headers) = await matrix.House.GetAsync(result as Task<IResult> ?? Task.FromResult((IResult)result!));
        return (status, headers.ContentType == "application/problem+json" ? JsonDocument.Parse(answer).RootElement.GetProperty("code").GetString() : null);
    }
}

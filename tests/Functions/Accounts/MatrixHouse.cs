using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Domain.Accounts.Organisations;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Accounts.Tokens;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Live;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Keys;
using StreamPlatform.Domain.Social;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Playlists;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Webhooks;
using StreamPlatform.Functions.Tests.Playback;

namespace StreamPlatform.Functions.Tests.Accounts;

/// <summary>The installation that the authorisation matrix is walked on: one for all of it, with new people wherever something is changed.</summary>
public sealed class MatrixHouse : IAsyncLifetime
{
    /// <summary>Parts of paths that name what has an owner.</summary>
    public static readonly IReadOnlySet<string> Owned = new HashSet<string>
    {
        "assetId", "playbackId", "commentId", "uploadId", "webhookId", "deliveryId", "channelId", "playlistId", "itemId", "tokenId", "organisationId", "invitationId", "personId",
        "liveStreamId", "livePlaybackId", "keyId",
    };

    /// <summary>The other parts of paths: the same for everybody.</summary>
    private static readonly Dictionary<string, string> Common = new()
    {
        ["image"] = new string('a', 64), ["language"] = "en", ["rendition"] = "720p", ["track"] = "720p", ["format"] = "rss", ["day"] = "2026-03-14", ["id"] = "popular", ["file"] = "audio.m4a", ["secret"] = "stop_0123456789abcdefghjkmnpqrs",
        ["reportId"] = "report_0123456789abcdefghjkmnpqrs", ["notificationId"] = "notice_0123456789abcdefghjkmnpqrs", ["userId"] = "user_0123456789abcdefghjkmnpqrs",
        ["passkeyId"] = "passkey_0123456789abcdefghjkmnpqrs", ["sessionId"] = "session_0123456789abcdefghjkmnpqrs", ["recountId"] = "telemetry-20261129-2026120303", ["tokenId"] = "token_0123456789abcdefghjkmnpqrs",
    };

    private static readonly Dictionary<string, string> Nobodys = new(Common)
    {
        ["assetId"] = AssetIds.New(), ["playbackId"] = AssetIds.NewPlaybackId(PlaybackPolicy.Public).Id, ["commentId"] = "comment_0123456789abcdefghjkmnpqrs",
        ["uploadId"] = "upload_0123456789abcdefghjkmnpqrs", ["webhookId"] = "webhook_0123456789abcdefghjkmnpqrs", ["deliveryId"] = "msg_0123456789abcdefghjkmnpqrs",
        ["channelId"] = "channel_0123456789abcdefghjkmnpqrs", ["playlistId"] = "playlist_0123456789abcdefghjkmnpqrs", ["itemId"] = "item_0123456789abcdefghjkmnpqrs",
        ["organisationId"] = "org_0123456789abcdefghjkmnpqrs", ["invitationId"] = "invitation_0123456789abcdefghjkmnpqrs", ["personId"] = "user_0123456789abcdefghjkmnpqrs",
        ["liveStreamId"] = "stream_0123456789abcdefghjkmnpqrs", ["livePlaybackId"] = "live_0123456789abcdefghjkmnpqrs", ["keyId"] = "key_0123456789abcdefghjkmnpqrs",
    };

    private readonly Dictionary<string, MatrixCast> _readers = [];
    private int _casts;

    internal FakeIssuer Issuer { get; } = new();
    internal PlaybackHouse House { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Issuer.InitializeAsync();
        House = new PlaybackHouse([("Accounts:BuiltInIssuer", "true"), ("Live:IngestUrls", "rtmp://live.example/live"), ("RateLimits:PerUser", "0"), ("RateLimits:PerToken", "0"), .. FakeIssuer.Settings(Issuer)]);
        await House.Get<Authenticate>().ExecuteAsync(Issuer.Token("somebody"), default);
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    /// <summary>People and what they have of what <paramref name="names"/> names; the same ones for all who only read.</summary>
    internal async Task<MatrixCast> CastAsync(IReadOnlyCollection<string> names, bool readOnly)
    {
        var key = string.Join(' ', names);
        if (readOnly && _readers.TryGetValue(key, out var known))
            return known;
        var cast = await NewCastAsync(names);
        if (readOnly)
            _readers[key] = cast;
        return cast;
    }

    private async Task<MatrixCast> NewCastAsync(IReadOnlyCollection<string> names)
    {
        var number = ++_casts;
        var (other, another) = (OpaqueId.New(UserIds.Prefix), OpaqueId.New(UserIds.Prefix));
        var organisationId = await FoundAsync(MemberOf(MemberRole.Owner, number), [MemberRole.Viewer, MemberRole.Editor, MemberRole.Admin], number);
        return new MatrixCast
        {
            PersonId = IdOf($"person {number}"),
            Person = Enum.GetValues<Role>().ToDictionary(role => role, role => Issuer.Token($"person {number}", role.ToString())),
            OrganisationId = organisationId,
            Members = Enum.GetValues<MemberRole>().ToDictionary(role => role, role => Issuer.Token(MemberOf(role, number), "viewer")),
            Own = await MakeAsync(IdOf($"person {number}"), names, isPrivate: true),
            Joint = await MakeAsync(organisationId, names, isPrivate: true),
            Other = await MakeAsync(other, names, isPrivate: false),
            Private = await MakeAsync(another, names, isPrivate: true),
            Absent = Nobodys,
        };
    }

    private static string MemberOf(MemberRole role, int number) => $"{role} {number}";

    private string IdOf(string subject) => new ProvenIdentity(Issuer.Url, subject, Role.Viewer, "").UserId;

    private async Task<string> FoundAsync(string owner, MemberRole[] others, int number)
    {
        var organisations = House.Get<Organisations>();
        var made = await organisations.CreateAsync(IdOf(owner), "Walks", null, default);
        var id = made.Value.Value.Id;
        await organisations.ChangeAsync(id, found => found with { Members = [.. found.Members, .. others.Select(role => new Member(IdOf(MemberOf(role, number)), role, default))] }, null, default);
        return id;
    }

    private async Task<IReadOnlyDictionary<string, string>> MakeAsync(string ownerId, IReadOnlyCollection<string> names, bool isPrivate)
    {
        var made = new Dictionary<string, string>(Nobodys) { ["personId"] = ownerId, ["userId"] = IdOf("somebody") };
        var isPerson = OpaqueId.IsValid(ownerId, UserIds.Prefix);
        var person = new Person(ownerId, ownerId);
        if (names.Contains("assetId") || names.Contains("playbackId") || names.Contains("deliveryId") || names.Contains("playlistId"))
        {
            var asset = await House.AddAsync(AssetState.Ready, PlaybackPolicy.Public, ownerId, isPrivate ? Visibility.Private : Visibility.Unlisted);
            (made["assetId"], made["playbackId"]) = (asset.Id, asset.PlaybackIds[0].Id);
            if (names.Contains("commentId"))
                made["commentId"] = (await House.Get<CommentWriter>().PostAsync(new SeenVideo(asset, made["playbackId"], IsOwner: true), person, new NewComment("How blue."), null, default)).Value.Value.Id;
        }

        if (names.Contains("uploadId"))
            made["uploadId"] = (await House.Get<CreateUpload>().ExecuteAsync(ownerId, new NewUpload("sea.mp4", 1000), default)).Value.Upload.Id;
        if (names.Contains("webhookId"))
            made["webhookId"] = (await House.Get<Domain.Webhooks.Webhooks>().CreateAsync(ownerId, new WebhookChange("https://example.com/", null, null, null), null, default)).Value.Id;
        if (names.Contains("deliveryId"))
            made["deliveryId"] = (await House.Get<Deliveries>().TestAsync(ownerId, made["webhookId"], default)).Value.DeliveryId;
        if (names.Contains("channelId"))
            made["channelId"] = (await House.Get<Channels>().CreateAsync(ownerId, new ChannelChange { Handle = OpaqueId.New("c")[2..], Name = "The sea" }, null, default)).Value.Value.Id;
        if (names.Contains("playlistId"))
            made["playlistId"] = (await House.Get<Playlists>().CreateAsync(person, new PlaylistChange("Sea", Visibility: isPrivate ? PlaylistVisibility.Private : PlaylistVisibility.Unlisted), null, default)).Value.Value.Id;
        if (names.Contains("liveStreamId") || names.Contains("livePlaybackId"))
        {
            var stream = (await House.Get<LiveStreams>().CreateAsync(ownerId, new NewLiveStream("The sea, live"), default)).Value.Stream.Stream;
            (made["liveStreamId"], made["livePlaybackId"]) = (stream.Id, stream.PlaybackId.Id);
        }

        if (names.Contains("itemId"))
            made["itemId"] = (await House.Get<PlaylistItems>().AddAsync(person, made["playlistId"], made["playbackId"], null, default)).Value.Id;
        if (names.Contains("keyId"))
            made["keyId"] = (await House.Get<OwnersKeys>().CreateAsync(ownerId, "site", default)).Value.Key.Id;
        if (names.Contains("tokenId"))
            made["tokenId"] = (await House.Get<ApiTokens>().CreateAsync(new Caller(ownerId, ownerId, Role.Creator, CredentialKind.ApiKey, ""), "app", ["assets:read"], null, default)).Value.Token.Id;
        if (names.Contains("personId") && isPerson)
            await House.Get<Domain.Accounts.Profiles.Profiles>().ChangeAsync(ownerId, new ProfileChange { Name = "Ada", Privacy = new PrivacyChange { Hidden = isPrivate } }, null, default);
        if (names.Contains("organisationId") && isPerson)
            await AddOrganisationAsync(ownerId, names, made);
        return made;
    }

    private async Task AddOrganisationAsync(string ownerId, IReadOnlyCollection<string> names, Dictionary<string, string> made)
    {
        var organisations = House.Get<Organisations>();
        var id = made["organisationId"] = (await organisations.CreateAsync(ownerId, "Walks", null, default)).Value.Value.Id;
        var member = made["userId"] = OpaqueId.New(UserIds.Prefix);
        await organisations.ChangeAsync(id, found => found with { Members = [.. found.Members, new Member(member, MemberRole.Viewer, default)] }, null, default);
        if (names.Contains("invitationId"))
            made["invitationId"] = (await House.Get<Invitations>().InviteAsync(ownerId, id, new Invitee(null, OpaqueId.New(UserIds.Prefix), null), null, default)).Value.Id;
    }
}

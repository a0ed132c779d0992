using System.Buffers;
using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Telemetry.Ingest;

namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>
/// Begins a session of whoever may play: what the platform itself knows of it is signed into its token, and written nowhere
/// until its player tells something.
/// </summary>
public sealed class OpenSession(SessionTokens tokens, SessionOptions options, HotVideos hot, PlaybackOptions playback, TimeProvider clock)
{
    public const int LeastVisitor = 16, MostVisitor = 64;

    private static readonly SearchValues<char> VisitorLetters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    private readonly string _ownHost = new Uri(playback.PublicUrl).IdnHost.ToLowerInvariant();

    /// <summary>The session; <c>telemetry.visitor_invalid</c> or <c>telemetry.source_invalid</c>.</summary>
    public async Task<Result<OpenedSession>> ExecuteAsync(NewSession asked, CancellationToken ct)
    {
        if (asked.Visitor is { } visitor && (visitor.Length is < LeastVisitor or > MostVisitor || visitor.AsSpan().ContainsAnyExcept(VisitorLetters)))
        {
            return IngestErrors.VisitorInvalid();
        }

        var host = HostPattern.Parse(asked.SourceHost);
        if (asked.SourceHost is not null && (host is null || host.StartsWith('*')))
        {
            return IngestErrors.SourceInvalid();
        }

        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var (asset, id) = (asked.Grant.Asset, OpaqueId.New(SessionClaims.IdPrefix));
        var claims = new SessionClaims
        {
            SessionId = id,
            AssetId = asset.Id,
            PlaybackId = asked.Grant.PlaybackId.Id,
            OwnerId = asset.OwnerId,
            ChannelId = asset.ChannelId,
            DurationSeconds = asset.DurationSeconds,
            StartedAt = now,
            Viewer = await ViewerOfAsync(asked, now, ct),
            Country = asked.Viewer.Country ?? "ZZ",
            Device = UserAgents.DeviceOf(asked.UserAgent),
            Source = SourceOf(asked, host),
            Suspicions = SuspicionsOf(asked),
            Bucket = hot.BucketOf(asset.Id, id),
        };
        return new OpenedSession(id, await tokens.IssueAsync(claims, ct), now + SessionClaims.Lifetime);
    }

    private async Task<ulong> ViewerOfAsync(NewSession asked, DateTimeOffset now, CancellationToken ct) =>
        asked.Viewer.AccountId is { } account ? ViewerHashes.OfAccount(account)
        : asked.Visitor is { } visitor ? ViewerHashes.OfVisitor(visitor)
        : await tokens.ViewerOfDayAsync(now, asked.Address, asked.UserAgent, ct);

    /// <summary>A player in another site's page is an embedded one, whatever it says; else the client knows more than its request tells.</summary>
    private TrafficSource SourceOf(NewSession asked, string? host) =>
        asked.Viewer.IsOwnFrame || (asked.Viewer.PageHost is { } page && page != _ownHost) ? TrafficSource.Embed
        : asked.Source ?? ReferringHosts.SourceOf(host, _ownHost);

    private Suspicions SuspicionsOf(NewSession asked) =>
        (string.IsNullOrWhiteSpace(asked.UserAgent) ? Suspicions.NoUserAgent
            : UserAgents.DeviceOf(asked.UserAgent) == DeviceKind.Bot ? Suspicions.BotUserAgent
            : Suspicions.None)
        | (options.IsDatacentre(asked.Address) ? Suspicions.Datacentre : Suspicions.None);
}

using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>What one beacon of a player told, but for what ingest rejected of it.</summary>
/// <param name="ReceivedAt">When it came, in milliseconds since 1970.</param>
public sealed record BeaconRecord(SessionClaims Claims, PlayerInfo Player, long ReceivedAt, IReadOnlyList<PlaybackEvent> Events) : TelemetryRecord
{
    /// <summary>The host that segments came from; null where the player doesn't say.</summary>
    public string? Cdn { get; init; }

    /// <summary>The span that sent it (W3C <c>traceparent</c>); null of the many sessions that nobody traces.</summary>
    public string? TraceParent { get; init; }

    public override string SessionId => Claims.SessionId;

    public override string AssetId => Claims.AssetId;

    public override int Bucket => Claims.Bucket;

    public override long CameAt => ReceivedAt;
}

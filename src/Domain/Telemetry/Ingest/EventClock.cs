namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>
/// Tells when events happened by the platform's clock, whatever the client's says: as long before they came as they happened
/// before they were sent.
/// </summary>
/// <param name="StartedAt">When the session began.</param>
/// <param name="ReceivedAt">When the beacon came.</param>
/// <param name="SentAt">When it was sent, by the client's clock.</param>
internal readonly record struct EventClock(long StartedAt, long ReceivedAt, long SentAt)
{
    public const long LatestMs = 24 * 3600 * 1000L;

    /// <summary>In milliseconds since 1970, neither before the session began nor after the beacon came; null when it is too long ago.</summary>
    public long? TimeOf(long at)
    {
        var happened = ReceivedAt - (SentAt - at);
        return happened < ReceivedAt - LatestMs ? null : Math.Clamp(happened, Math.Min(StartedAt, ReceivedAt), ReceivedAt);
    }
}

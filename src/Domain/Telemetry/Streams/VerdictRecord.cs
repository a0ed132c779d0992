namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>The platform's judgement of a session, which no player can send. The newest counts.</summary>
/// <param name="Quarantined">The session counts apart; false: it counts after all, whatever was judged before.</param>
/// <param name="Rule">The rule that it was judged by.</param>
/// <param name="At">When it was judged, in milliseconds since 1970.</param>
public sealed record VerdictRecord(string Session, string Asset, int Part, bool Quarantined, string Rule, long At) : TelemetryRecord
{
    public const int MaxRuleLength = 64;

    public override string SessionId => Session;

    public override string AssetId => Asset;

    public override int Bucket => Part;

    public override long CameAt => At;
}

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>A window of a shard.</summary>
/// <param name="Start">Its first minute, since 1970.</param>
internal readonly record struct WindowKey(Grain Grain, int Start)
{
    public override int GetHashCode() => (Start << 2) | (int)Grain;
}

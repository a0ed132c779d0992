namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>The player that told of a session.</summary>
/// <param name="Name">As it calls itself.</param>
/// <param name="Engine">What plays in it: <c>hls.js</c>, <c>shaka</c>, <c>native</c> or <c>other</c>.</param>
public sealed record PlayerInfo(string Name, string Version, string Engine)
{
    public const int MaxLength = 32;
}

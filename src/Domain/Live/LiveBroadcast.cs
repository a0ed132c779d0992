namespace StreamPlatform.Domain.Live;

/// <summary>One connection of an encoder, from its first byte to its last.</summary>
/// <param name="Node">The live node that takes it in and serves it: see <see cref="LiveNode"/>.</param>
/// <param name="OriginPath">Where the node serves it: see <see cref="LiveIngestGrant.OriginPath"/>.</param>
/// <param name="PlayableAt">When there was something to watch; null before.</param>
/// <param name="Multivariant">The multivariant playlist as the node serves it; null before there is something to watch, and when it is over.</param>
/// <param name="EndedAt">Null while it lasts, and of one whose node died.</param>
public sealed record LiveBroadcast(
    string Id, string Node, string OriginPath, DateTimeOffset StartedAt, DateTimeOffset? PlayableAt = null, string? Multivariant = null, DateTimeOffset? EndedAt = null)
{
    public const string IdPrefix = "broadcast";

    /// <summary>Characters of a multivariant playlist: some forty renditions.</summary>
    public const int LongestMultivariant = 16_000;

    internal LiveBroadcast Over(DateTimeOffset now) => this with { Multivariant = null, EndedAt = now };
}

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Operations.Tiers;

/// <summary>What of an asset is moved between tiers.</summary>
internal static class TieredMedia
{
    /// <summary>The runs that its published revision is made of.</summary>
    public static IEnumerable<string> MediaRuns(this Asset asset) => (asset.BaseRunIds ?? []).Append(asset.PublishedRunId!).Distinct();

    /// <summary>Nearly all of a video's bytes.</summary>
    public static bool IsSegment(this BlobFacts blob) => blob.Name.EndsWith(".m4s", StringComparison.Ordinal);
}

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Restrictions;

namespace StreamPlatform.Domain.Processing.Clips;

/// <summary>Input of the <c>ClipAsset</c> workflow.</summary>
/// <param name="AssetId">Of the clip, which the workflow adds when the request that named it died.</param>
/// <param name="ParentId">The asset it is cut from.</param>
/// <param name="Start">Seconds of the parent, as asked for.</param>
/// <param name="Visibility">The parent's, with <paramref name="PublishAt"/> and <paramref name="Restrictions"/>.</param>
public sealed record ClipRun(
    string AssetId, string OwnerId, string Title, PlaybackId PlaybackId, string ParentId, double Start, double End,
    Visibility Visibility = Asset.DefaultVisibility, DateTimeOffset? PublishAt = null, ViewingRestrictions? Restrictions = null)
{
    /// <summary>The clip is its asset's first generation; there is no original from which there could be another.</summary>
    public const int Generation = 1;

    public string InstanceId => Workflows.ClipId(AssetId);
}

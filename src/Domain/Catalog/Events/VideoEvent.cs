using System.Globalization;

namespace StreamPlatform.Domain.Catalog.Events;

/// <summary>
/// Something that happened to an asset. It names the asset and no more: who acts on it reads what the asset is by now, so that
/// an event that comes late or twice does no harm.
/// </summary>
/// <param name="Id">The same for the same happening, however often it is told.</param>
/// <param name="Type">One of <see cref="VideoEvents"/>.</param>
/// <param name="OccurredAt">When the asset was written.</param>
public sealed record VideoEvent(string Id, string Type, string AssetId, DateTimeOffset OccurredAt)
{
    public int Version { get; init; } = 1;
}

/// <summary>What there is to tell, and how it is named.</summary>
public static class VideoEvents
{
    /// <summary>The topic, with sessions by asset.</summary>
    public const string Topic = "video-events";

    public const string Published = "video.published";
    public const string Updated = "video.updated";
    public const string Trashed = "video.trashed";
    public const string Restored = "video.restored";
    public const string Deleted = "video.deleted";
    public const string TakenDown = "video.takenDown";
    public const string Reinstated = "video.reinstated";

    /// <summary>A revision can be played.</summary>
    public static VideoEvent OfPublication(Asset asset) => Of(asset, Published, asset.Revision.ToString(CultureInfo.InvariantCulture));

    /// <summary>What its owner says of it is another.</summary>
    public static VideoEvent OfUpdate(Asset asset) => Of(asset, Updated, asset.UpdatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>It is in the trash: there for nobody, and may come back.</summary>
    public static VideoEvent OfTrashing(Asset asset) => Of(asset, Trashed, asset.UpdatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>It is back out of the trash.</summary>
    public static VideoEvent OfRestoration(Asset asset) => Of(asset, Restored, asset.UpdatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Moderators took it down: it is there for its owner alone, and plays for nobody.</summary>
    public static VideoEvent OfTakedown(Asset asset) => Of(asset, TakenDown, asset.Takedown!.At.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Moderators took that back.</summary>
    public static VideoEvent OfReinstatement(Asset asset) => Of(asset, Reinstated, asset.Takedown!.At.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>It is there for nobody any more; its blobs may still be.</summary>
    public static VideoEvent OfDeletion(Asset asset) => Of(asset, Deleted, "");

    private static VideoEvent Of(Asset asset, string type, string which) =>
        new($"{asset.Id}/{type}/{which}".TrimEnd('/'), type, asset.Id, asset.UpdatedAt);
}

using System.Globalization;

namespace StreamPlatform.Domain.Catalog.Timers;

/// <summary>An asset that becomes public by itself: input of the <see cref="Workflow"/> that waits for the moment.</summary>
/// <param name="At"><see cref="Asset.PublishAt"/>; of one that was scheduled anew there is another.</param>
public sealed record ScheduledRelease(string AssetId, DateTimeOffset At)
{
    public const string Workflow = "ReleaseAsset";

    /// <summary>The same for the same asset and moment.</summary>
    public string InstanceId() => string.Create(CultureInfo.InvariantCulture, $"release-{AssetId}-{At.UtcTicks}");
}

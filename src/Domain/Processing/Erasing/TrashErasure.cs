using System.Globalization;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Erasing;

/// <summary>Input of the workflow that erases an asset when its time in the trash is over.</summary>
/// <param name="Mark">Of one that was restored and put there again there is another.</param>
public sealed record TrashErasure(string AssetId, TrashMark Mark)
{
    /// <summary>The same for the same asset and time.</summary>
    public string InstanceId() => string.Create(CultureInfo.InvariantCulture, $"trash-{AssetId}-{Mark.At.UtcTicks}");
}

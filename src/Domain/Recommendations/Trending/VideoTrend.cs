using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>What is kept of a video from hour to hour, so that each hour looks at a few hours and not at a week.</summary>
/// <param name="SettledUntil">The hours before it are in the sums of <paramref name="Regions"/>, decayed to it.</param>
/// <param name="Regions">Of the world, and of countries.</param>
/// <param name="Engaged">What people did about it in the hours that aren't settled; where it was nothing an hour is left out.</param>
/// <param name="Seen">The totals that are told of in these and earlier hours; null before the first.</param>
/// <param name="ChannelId">Whose subscribers are in them.</param>
public sealed record VideoTrend(
    int SchemaVersion,
    string AssetId,
    DateTimeOffset SettledUntil,
    IReadOnlyDictionary<string, RegionTrend> Regions,
    IReadOnlyList<HourEngagement> Engaged,
    EngagementTotals? Seen,
    string? ChannelId)
{
    public const int CurrentSchemaVersion = 1;

    /// <summary>What nobody watched for so long has nothing left.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public static DocumentKind<VideoTrend> Kind { get; } =
        new("videoTrend", DocumentContainer.Catalog, trend => KeyOf(trend.AssetId)) { ExpiryOf = trend => trend.SettledUntil + Kept };

    public static DocumentKey KeyOf(string assetId) => new(assetId, assetId);

    /// <summary>Of a video of which nothing is kept.</summary>
    /// <param name="hour">The one that is looked at.</param>
    internal static VideoTrend Begin(string assetId, DateTimeOffset hour) =>
        new(CurrentSchemaVersion, assetId, hour - TrendRules.Window, new Dictionary<string, RegionTrend>(), [], null, null);
}

/// <param name="Sum">What the hours are worth, decayed.</param>
/// <param name="Viewers">How many different people surely watched the video there within some hours: see <see cref="SureViewers"/>. 0 of the world, which needs none.</param>
public sealed record RegionTrend(double Sum, int Viewers);

/// <param name="Amount">Weighed; it may be negative.</param>
public sealed record HourEngagement(DateTimeOffset Hour, double Amount);

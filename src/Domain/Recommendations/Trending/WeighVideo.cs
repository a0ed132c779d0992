using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Domain.Social.Comments;
using StreamPlatform.Domain.Social.Subscriptions;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>Weighs a video as it stands after an hour, and keeps what the next hour needs of it. Done again it comes to the same.</summary>
public sealed class WeighVideo(
    IAssetStore assets, DescribeVideo describe, Aggregates aggregates, CommentReader comments, Subscriptions subscriptions, IDocuments documents)
{
    /// <summary>What was published since is new: all that was done about it counts.</summary>
    private static readonly TimeSpan New = TimeSpan.FromDays(1);

    public async Task<TrendCandidate> ExecuteAsync(string assetId, ChannelHour channels, CancellationToken ct)
    {
        if ((await assets.FindAsync(assetId, ct))?.Value is not { } asset || await describe.ExecuteAsync(asset, ct) is not { } video)
        {
            return new TrendCandidate(assetId, "", null, default, new Dictionary<string, RegionTrend>());
        }

        for (; ; )
        {
            var stored = await documents.FindAsync(VideoTrend.Kind, VideoTrend.KeyOf(assetId), ct);
            var (after, now) = await WeighAsync(asset, video, stored?.Value ?? VideoTrend.Begin(assetId, channels.Hour), channels, ct);
            if (await documents.WriteAsync(stored is null ? VideoTrend.Kind.Add(after) : VideoTrend.Kind.Replace(after, stored.ETag), ct) is not null)
            {
                return new TrendCandidate(assetId, video.ChannelId, asset.Metadata.Category, video.PublishedAt, now);
            }
        }
    }

    private async Task<(VideoTrend After, IReadOnlyDictionary<string, RegionTrend> Now)> WeighAsync(
        Asset asset, IndexedVideo video, VideoTrend before, ChannelHour channels, CancellationToken ct)
    {
        var windows = await aggregates.ReadAsync(AggregateSubject.Video(asset.Id), Grain.Hour, before.SettledUntil, channels.Hour.AddHours(1), ct);
        List<TrendHour> hours = [.. windows.Select(TrendHour.Of)];
        var totals = new EngagementTotals(
            video.Likes,
            video.Dislikes,
            (await comments.SectionAsync(asset.Id, ct)).Count,
            await channels.SubscribersAsync(subscriptions, video.ChannelId, ct));
        var ofChannel = await channels.ViewsAsync(aggregates, asset.ChannelId ?? asset.OwnerId, ct);
        var mine = hours.Where(hour => hour.Start == channels.Hour).Sum(hour => hour.Views);

        // A session that began before the hour's turn is counted there, and so is what its viewer did after it.
        var watched = hours.LastOrDefault(hour => hour.Views > 0 && hour.Start > channels.Hour - TrendRules.Open)?.Start ?? channels.Hour;
        var engaged = TrendFold.Engage(
            before, totals, video.ChannelId, ofChannel > 0 ? Math.Clamp((double)mine / ofChannel, 0, 1) : 0, channels.Hour - video.PublishedAt < New, watched);
        return TrendFold.Fold(engaged, hours, SureViewers.Of(windows), channels.Hour);
    }
}

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>Goes on from what is kept of a video to an hour that is over. Done again for the same hour it comes to the same.</summary>
public static class TrendFold
{
    /// <param name="before">As it was after an earlier hour, or after this one.</param>
    /// <param name="hours">How it was watched since <see cref="VideoTrend.SettledUntil"/>, in any order.</param>
    /// <param name="viewers">See <see cref="SureViewers"/>; of these hours.</param>
    /// <param name="hour">The last of them.</param>
    /// <returns>What is to be kept, and how it stands at the hour's end.</returns>
    public static (VideoTrend After, IReadOnlyDictionary<string, RegionTrend> Now) Fold(
        VideoTrend before, IReadOnlyList<TrendHour> hours, IReadOnlyDictionary<string, int> viewers, DateTimeOffset hour)
    {
        var end = hour.AddHours(1);
        var settles = end - TrendRules.Open > before.SettledUntil ? end - TrendRules.Open : before.SettledUntil;
        var engaged = before.Engaged.ToDictionary(some => some.Hour, some => some.Amount);
        // Added in one order, so that the sums are the same to the last bit.
        TrendHour[] told = [.. hours.Where(each => each.Start >= before.SettledUntil && each.Start < end).OrderBy(each => each.Start)];
        var regions = new SortedSet<string>(before.Regions.Keys.Concat(told.SelectMany(each => each.Countries.Keys)).Append(Regions.World), StringComparer.Ordinal);
        var (kept, now) = (new Dictionary<string, RegionTrend>(StringComparer.Ordinal), new Dictionary<string, RegionTrend>(StringComparer.Ordinal));
        foreach (var region in regions)
        {
            var known = before.Regions.GetValueOrDefault(region) ?? new RegionTrend(0, 0);
            var sure = Math.Max(known.Viewers, viewers.GetValueOrDefault(region));
            var settled = (known.Sum * TrendRules.Decay(settles - before.SettledUntil)) + SumOf(told.Where(each => each.Start < settles), region, settles);
            var sum = (settled * TrendRules.Decay(end - settles)) + SumOf(told.Where(each => each.Start >= settles), region, end);
            if (sum < TrendRules.Least)
            {
                continue;
            }

            now.Add(region, new RegionTrend(sum, sure));
            kept.Add(region, new RegionTrend(settled, sure));
        }

        return (before with { SettledUntil = settles, Regions = kept, Engaged = [.. before.Engaged.Where(some => some.Hour >= settles)] }, now);

        double SumOf(IEnumerable<TrendHour> some, string region, DateTimeOffset at) => some.Sum(each => WorthOf(each, region) * TrendRules.Decay(at - each.Start.AddHours(1)));

        double WorthOf(TrendHour each, string region)
        {
            var amount = engaged.GetValueOrDefault(each.Start);
            return region == Regions.World
                ? TrendRules.Worth(each.Watched, amount)
                : TrendRules.Worth(each.WatchedIn(region), amount * each.ShareOf(region));
        }
    }

    /// <summary>With what people did about it up to the hour's end.</summary>
    /// <param name="share">See <see cref="EngagementTotals.Since"/>.</param>
    /// <param name="isNew">It was published since the hour before yesterday's: all of it is of late.</param>
    public static VideoTrend Engage(VideoTrend before, EngagementTotals totals, string channelId, double share, bool isNew, DateTimeOffset hour)
    {
        // Of an older video it isn't known how long ago it was liked: it begins with what comes from now on.
        var seen = before.Seen ?? (isNew ? EngagementTotals.None with { Subscribers = totals.Subscribers } : totals);
        var amount = totals.Since(before.ChannelId == channelId ? seen : seen with { Subscribers = totals.Subscribers }, share);
        var hours = before.Engaged.ToDictionary(some => some.Hour, some => some.Amount);
        hours[hour] = hours.GetValueOrDefault(hour) + amount;
        return before with
        {
            Seen = totals,
            ChannelId = channelId,
            Engaged = [.. hours.Where(some => some.Value != 0).OrderBy(some => some.Key).Select(some => new HourEngagement(some.Key, some.Value))],
        };
    }
}

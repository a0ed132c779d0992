namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>What people did about a video so far.</summary>
/// <param name="Subscribers">Of its channel.</param>
public sealed record EngagementTotals(long Likes, long Dislikes, long Comments, long Subscribers)
{
    public static EngagementTotals None { get; } = new(0, 0, 0, 0);

    /// <summary>What came since, weighed. It may be negative.</summary>
    /// <param name="share">Of the channel's new subscribers those who came by this video, 0 to 1.</param>
    public double Since(EngagementTotals before, double share) =>
        (TrendRules.Like * (Likes - before.Likes - (Dislikes - before.Dislikes)))
        + (TrendRules.Comment * (Comments - before.Comments))
        + (TrendRules.Subscriber * share * (Subscribers - before.Subscribers));
}

using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>Lists that are being made after an hour: input of their <see cref="Workflow"/>.</summary>
/// <param name="Part">The next of <see cref="ChangedVideos"/>.</param>
/// <param name="Videos">How many were weighed.</param>
/// <param name="Lists">How many were made; null before the last step.</param>
public sealed record TrendProgress(DateTimeOffset Hour, int Part = 0, int Videos = 0, int? Lists = null)
{
    public const string Workflow = "RankTrending";

    /// <summary>Null when only the lists are left to be made.</summary>
    public TrendStep? Next() => Part < ChangedVideos.Parts ? new TrendStep(Hour, Part) : null;

    public TrendProgress After(int videos) => this with { Part = Part + 1, Videos = Videos + videos };
}

/// <param name="Hour">When the hour began, in UTC.</param>
/// <param name="Part">Of <see cref="ChangedVideos"/>.</param>
public sealed record TrendStep(DateTimeOffset Hour, int Part);

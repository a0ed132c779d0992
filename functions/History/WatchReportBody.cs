using StreamPlatform.Domain;
using StreamPlatform.Domain.History;

namespace StreamPlatform.Functions.History;

/// <summary>How far the caller watched a video.</summary>
/// <param name="PositionSeconds">Where they are.</param>
/// <param name="Watched">Which hundredths they watched in this viewing: 25 hexadecimal digits, as in beacons; absent while the length is not known.</param>
/// <param name="At">When they were there, by the platform's clock, up to 24 hours ago; absent for now.</param>
public sealed record WatchReportBody(double PositionSeconds, string? Watched, DateTimeOffset? At)
{
    public Result<WatchReport> ToReport(DateTimeOffset now) => WatchReport.Of(PositionSeconds, Watched, At, now);
}

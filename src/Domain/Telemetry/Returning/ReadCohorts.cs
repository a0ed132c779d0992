using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Telemetry.Returning;

/// <summary>
/// Tells who came back after 1, 7 and 30 days, by the day on which they watched. Nobody is followed: each day has a sample of hashes of its
/// viewers, and two days are held against each other. Whoever can't be known again is in none of it.
/// </summary>
public sealed class ReadCohorts(Aggregates.Aggregates aggregates, TimeProvider clock)
{
    /// <summary>Most days at once.</summary>
    public const int MostDays = 92;

    /// <param name="from">The first day, from its beginning.</param>
    /// <param name="days">How many; at most <see cref="MostDays"/>.</param>
    public async Task<IReadOnlyList<Cohort>> ReadAsync(DateTimeOffset from, int days, CancellationToken ct)
    {
        var first = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero);
        var read = (await aggregates.ReadAsync(AggregateSubject.Platform, Grain.Day, first, first.AddDays(days + 30), ct)).ToDictionary(window => window.Start);
        var today = clock.GetUtcNow().UtcDateTime.Date;
        return [.. Enumerable.Range(0, days).Select(day => first.AddDays(day)).Where(day => day <= today).Select(CohortOf)];

        Cohort CohortOf(DateTimeOffset day)
        {
            var window = read.GetValueOrDefault(day);
            ReturnRate? After(int later) => window is null || day.AddDays(later) >= today ? null : Rate(window.Lasting, read.GetValueOrDefault(day.AddDays(later))?.Lasting);
            return new Cohort(day, window?.Viewers.Estimate() ?? 0, window?.Lasting.Estimate() ?? 0, After(1), After(7), After(30));
        }
    }

    private static ReturnRate? Rate(KMinimumValues cohort, KMinimumValues? later)
    {
        var (of, shared) = cohort.SharedWith(later ?? new KMinimumValues());
        return ReturnRate.From(of, shared, cohort.IsWhole && of == cohort.Estimate());
    }
}

using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Recounts;

namespace StreamPlatform.Functions.Telemetry.Truth;

/// <summary>What an operator asks for.</summary>
/// <param name="Day">In UTC; it must have ended three days ago, and be in the archive.</param>
public sealed record NewRecountBody(DateOnly Day);

/// <summary>How a recount stands.</summary>
public enum RecountState
{
    Running,
    Done,

    /// <summary>Trying again for a day was of no use; another may be asked for.</summary>
    Failed,
}

/// <summary>A day that is, or was, counted again.</summary>
/// <param name="EndedAt">Absent while it goes on.</param>
/// <param name="Partitions">Of the hub.</param>
/// <param name="LackingMessages">That the archive should have and hasn't; of the partitions that they are of nothing is repaired. Absent while it goes on, and where nobody can tell.</param>
/// <param name="Windows">That were compared until now, of videos, channels and the platform, of hours and the day.</param>
/// <param name="Missing">Windows that weren't there.</param>
/// <param name="Foreign">Windows that nothing in the archive belongs into.</param>
/// <param name="Different">Windows that told something else.</param>
/// <param name="Repaired">Of these three, those that are right now.</param>
/// <param name="Late">Of these three, those in which something was counted that came after the recount began.</param>
/// <param name="Withheld">Of these three, those that were left as they are, since the archive lacks messages.</param>
/// <param name="Samples">Some that were wrong.</param>
/// <param name="Deliveries">What players told, held against what was given to them; absent while there is nothing of it.</param>
public sealed record RecountBody(
    string Id,
    RecountState State,
    DateOnly Day,
    DateTimeOffset BeganAt,
    DateTimeOffset? EndedAt,
    int Partitions,
    long? LackingMessages,
    long Windows,
    long Missing,
    long Foreign,
    long Different,
    long Repaired,
    long Late,
    long Withheld,
    IReadOnlyList<RecountDriftBody> Samples,
    DeliveriesBody? Deliveries)
{
    internal static RecountBody From(RecountReport report) =>
        From(report.Id, RecountState.Done, report.Day, report.BeganAt, report.EndedAt, report.Partitions, report.LackingMessages, report.Found);

    internal static RecountBody From(DayRecount progress, RecountState state = RecountState.Running) =>
        From(progress.Day.Id, state, progress.Day.Day, progress.Day.At, null, progress.Plan?.Partitions.Count ?? 0, null, progress.Found);

    private static RecountBody From(string id, RecountState state, DateOnly day, DateTimeOffset began, DateTimeOffset? ended, int partitions, long? lacking, RecountFound found) => new(
        id,
        state,
        day,
        began,
        ended,
        partitions,
        lacking,
        found.Windows,
        found.Missing,
        found.Foreign,
        found.Different,
        found.Repaired,
        found.Late,
        found.Withheld,
        [.. found.Samples.Select(drift => new RecountDriftBody(
            drift.Shard, drift.HubPartition, drift.Grain, drift.Start, drift.Kind, drift.StoredViews, drift.CountedViews, drift.StoredWatchedMs, drift.CountedWatchedMs))],
        DeliveriesBody.From(found.Deliveries));
}

/// <summary>A window that was wrong.</summary>
/// <param name="Shard">The part of a video, a channel or the platform.</param>
/// <param name="Kind">What was wrong with it.</param>
/// <param name="StoredViews">As it told.</param>
/// <param name="CountedViews">As the archive says.</param>
public sealed record RecountDriftBody(
    string Shard, int HubPartition, Grain Grain, DateTimeOffset Start, DriftKind Kind, long StoredViews, long CountedViews, long StoredWatchedMs, long CountedWatchedMs);

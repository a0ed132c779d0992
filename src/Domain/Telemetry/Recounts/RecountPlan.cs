using StreamPlatform.Domain.Telemetry.Deliveries;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>What a recount has to do.</summary>
/// <param name="SessionSlices">Into how many parts sessions are divided to hold them against what was given to them; 0 where no log of that is there.</param>
public sealed record RecountPlan(IReadOnlyList<PlannedPartition> Partitions, int SessionSlices = 0)
{
    /// <summary>Sessions of a day go on in the next.</summary>
    private const int Hours = 2 * DeliveryLog.HoursOfDay;

    /// <summary>All steps of a stage, in order.</summary>
    internal IReadOnlyList<RecountStep> Steps(RecountDay day, RecountStage stage) => stage switch
    {
        RecountStage.Places => [new RecountStep(stage, -1, 0)],
        RecountStage.Spread => Of(stage, _ => day.ArchiveDays.Count),
        RecountStage.Videos => Of(stage, partition => partition.Slices),
        RecountStage.Followers => Of(stage, partition => partition.FollowerSlices),
        RecountStage.Fetched => SessionSlices == 0 ? [] : Of(stage, Hours),
        _ => Of(stage, SessionSlices),
    };

    internal PlannedPartition? Find(int hubPartition) => Partitions.FirstOrDefault(partition => partition.HubPartition == hubPartition);

    internal int SessionSliceOf(string sessionId) => PlannedPartition.PassOf(sessionId, SessionSlices);

    private static List<RecountStep> Of(RecountStage stage, int count) => [.. Enumerable.Range(0, count).Select(number => new RecountStep(stage, -1, number))];

    private List<RecountStep> Of(RecountStage stage, Func<PlannedPartition, int> count) =>
        [.. Partitions.SelectMany(partition => Enumerable.Range(0, count(partition)).Select(number => new RecountStep(stage, partition.HubPartition, number)))];
}

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>What a recount has to do.</summary>
public sealed record RecountPlan(IReadOnlyList<PlannedPartition> Partitions)
{
    /// <summary>All steps of a stage, in order.</summary>
    internal IReadOnlyList<RecountStep> Steps(RecountDay day, RecountStage stage) => stage switch
    {
        RecountStage.Places => [new RecountStep(stage, -1, 0)],
        RecountStage.Spread => Of(stage, _ => day.ArchiveDays.Count),
        RecountStage.Videos => Of(stage, partition => partition.Slices),
        _ => Of(stage, partition => partition.FollowerSlices),
    };

    internal PlannedPartition? Find(int hubPartition) => Partitions.FirstOrDefault(partition => partition.HubPartition == hubPartition);

    private List<RecountStep> Of(RecountStage stage, Func<PlannedPartition, int> count) =>
        [.. Partitions.SelectMany(partition => Enumerable.Range(0, count(partition)).Select(number => new RecountStep(stage, partition.HubPartition, number)))];
}

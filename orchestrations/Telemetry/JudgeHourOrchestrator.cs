using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Telemetry;

/// <summary>
/// Judges the views of an hour and tells the catalog how many there are, a part of the videos at a time. The custom status tells how far it is.
/// Verdicts go the way of all telemetry, and are in the counts an hour later.
/// </summary>
public static class JudgeHourOrchestrator
{
    [Function(JudgeProgress.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var progress = context.GetInput<JudgeProgress>()
            ?? throw new ArgumentException($"{JudgeProgress.Workflow} needs a {nameof(JudgeProgress)}.");
        while (progress.Next() is { } step)
        {
            var judged = await context.CallActivityAsync<JudgedPart>(JudgeHourActivity.Name, step, Retries.Patient);
            progress = progress.After(judged, await context.CallActivityAsync<int>(CountViewsActivity.Name, step, Retries.Patient));
            context.SetCustomStatus(progress);
        }
    }
}

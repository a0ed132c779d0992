using StreamPlatform.Domain.Telemetry.Truth;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Telemetry;

/// <summary>Judges the views of an hour, a part of the videos at a time. The custom status tells how far it is and how many verdicts it sent.</summary>
public static class JudgeHourOrchestrator
{
    [Function(JudgeProgress.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var progress = context.GetInput<JudgeProgress>()
            ?? throw new ArgumentException($"{JudgeProgress.Workflow} needs a {nameof(JudgeProgress)}.");
        while (progress.Next() is { } step)
        {
            progress = progress.After(await context.CallActivityAsync<JudgedPart>(JudgeHourActivity.Name, step, Retries.Patient));
            context.SetCustomStatus(progress);
        }
    }
}

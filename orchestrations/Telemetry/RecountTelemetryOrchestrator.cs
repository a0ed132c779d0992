using StreamPlatform.Domain.Telemetry.Recounts;
using StreamPlatform.Orchestrations.Processing;

namespace StreamPlatform.Orchestrations.Telemetry;

/// <summary>
/// Counts a day of telemetry again from the archive and sets right what is stored otherwise, some steps of a stage at a time. After a number of rounds it
/// goes on as a new leg. The custom status tells how far it is and what it found.
/// </summary>
public static class RecountTelemetryOrchestrator
{
    private const int StepsAtOnce = 4, RoundsOfLeg = 50;

    [Function(DayRecount.Workflow)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var progress = context.GetInput<DayRecount>()
            ?? throw new ArgumentException($"{DayRecount.Workflow} needs a {nameof(DayRecount)}.");
        if (progress.Plan is null)
        {
            progress = progress with { Plan = await context.CallActivityAsync<RecountPlan>(PlanRecountActivity.Name, progress.Day, Retries.Patient) };
        }

        for (var round = 0; progress.Next(StepsAtOnce) is { Count: > 0 } steps; round++)
        {
            if (round == RoundsOfLeg)
            {
                context.ContinueAsNew(progress);
                return;
            }

            progress = progress.After(await Task.WhenAll(steps.Select(step => context.CallActivityAsync<RecountFound>(
                DayRecountStepActivity.Name, new DayRecountStepInput(progress.Day, progress.Plan!, step), Retries.Patient))));
            context.SetCustomStatus(progress);
        }

        await context.CallActivityAsync<bool>(EndRecountActivity.Name, progress, Retries.Patient);
    }
}

using StreamPlatform.Domain.Telemetry.Recounts;

namespace StreamPlatform.Orchestrations.Telemetry;

/// <inheritdoc cref="RecountTelemetry.StepAsync"/>
public sealed class DayRecountStepActivity(RecountTelemetry recount)
{
    public const string Name = "StepTelemetryRecount";

    [Function(Name)]
    public Task<RecountFound> Run([ActivityTrigger] DayRecountStepInput input, FunctionContext context) =>
        recount.StepAsync(input.Day, input.Plan, input.Step, context.CancellationToken);
}

/// <summary>See <see cref="RecountTelemetry.StepAsync"/>.</summary>
public sealed record DayRecountStepInput(RecountDay Day, RecountPlan Plan, RecountStep Step);

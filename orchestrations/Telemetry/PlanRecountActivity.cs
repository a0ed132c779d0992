using StreamPlatform.Domain.Telemetry.Recounts;

namespace StreamPlatform.Orchestrations.Telemetry;

/// <inheritdoc cref="RecountTelemetry.PlanAsync"/>
public sealed class PlanRecountActivity(RecountTelemetry recount)
{
    public const string Name = "PlanTelemetryRecount";

    [Function(Name)]
    public Task<RecountPlan> Run([ActivityTrigger] RecountDay input, FunctionContext context) => recount.PlanAsync(input, context.CancellationToken);
}

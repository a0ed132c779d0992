using StreamPlatform.Domain.Telemetry.Truth;

namespace StreamPlatform.Orchestrations.Telemetry;

/// <inheritdoc cref="JudgeHour.StepAsync"/>
public sealed class JudgeHourActivity(JudgeHour judge)
{
    public const string Name = "JudgePart";

    [Function(Name)]
    public Task<JudgedPart> Run([ActivityTrigger] JudgeStep input, FunctionContext context) => judge.StepAsync(input, context.CancellationToken);
}

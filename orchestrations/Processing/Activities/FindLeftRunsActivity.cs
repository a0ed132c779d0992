using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="RunEraser.FindLeftAsync"/>
public sealed class FindLeftRunsActivity(RunEraser eraser)
{
    public const string Name = "FindLeftRuns";

    [Function(Name)]
    public Task<LeftRuns> Run([ActivityTrigger] RunRef input, FunctionContext context) =>
        eraser.FindLeftAsync(input, context.CancellationToken);
}

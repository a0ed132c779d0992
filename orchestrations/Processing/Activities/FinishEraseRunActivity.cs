using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="RunEraser.FinishAsync"/>
public sealed class FinishEraseRunActivity(RunEraser eraser)
{
    public const string Name = "FinishEraseRun";

    [Function(Name)]
    public Task Run([ActivityTrigger] RunErasure input, FunctionContext context) =>
        eraser.FinishAsync(input.AssetId, input.RunId, context.CancellationToken);
}

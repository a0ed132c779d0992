using StreamPlatform.Domain.Processing.Erasing;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="RunEraser.RetireAsync"/>
public sealed class RetireRunActivity(RunEraser eraser)
{
    public const string Name = "RetireRun";

    [Function(Name)]
    public Task Run([ActivityTrigger] RunInput input, FunctionContext context) =>
        eraser.RetireAsync(input.Run.AssetId, input.RunId, context.CancellationToken);
}

using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="RunEraser.BeginAsync"/>
public sealed class BeginEraseRunActivity(RunEraser eraser)
{
    public const string Name = "BeginEraseRun";

    [Function(Name)]
    public Task<bool> Run([ActivityTrigger] RunErasure input, FunctionContext context) =>
        eraser.BeginAsync(input, context.CancellationToken);
}

using StreamPlatform.Domain.Processing.Erasing;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="AssetEraser.BeginAsync(TrashErasure, CancellationToken)"/>
public sealed class BeginEmptyTrashActivity(AssetEraser eraser)
{
    public const string Name = "BeginEmptyTrash";

    [Function(Name)]
    public Task<bool> Run([ActivityTrigger] TrashErasure input, FunctionContext context) => eraser.BeginAsync(input, context.CancellationToken);
}

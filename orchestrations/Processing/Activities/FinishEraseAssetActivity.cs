using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="AssetEraser.FinishAsync"/>
public sealed class FinishEraseAssetActivity(AssetEraser eraser)
{
    public const string Name = "FinishEraseAsset";

    [Function(Name)]
    public Task Run([ActivityTrigger] AssetErasure input, FunctionContext context) =>
        eraser.FinishAsync(input.AssetId, context.CancellationToken);
}

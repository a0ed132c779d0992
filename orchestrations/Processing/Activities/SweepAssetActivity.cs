using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="AssetEraser.SweepAsync"/>
public sealed class SweepAssetActivity(AssetEraser eraser)
{
    public const string Name = "SweepAsset";

    [Function(Name)]
    public Task Run([ActivityTrigger] AssetErasure input, FunctionContext context) =>
        eraser.SweepAsync(input.AssetId, context.CancellationToken);
}

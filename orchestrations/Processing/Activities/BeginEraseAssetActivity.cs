using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="AssetEraser.BeginAsync(string, CancellationToken)"/>
public sealed class BeginEraseAssetActivity(AssetEraser eraser)
{
    public const string Name = "BeginEraseAsset";

    [Function(Name)]
    public Task<AssetErasureStart?> Run([ActivityTrigger] AssetErasure input, FunctionContext context) =>
        eraser.BeginAsync(input.AssetId, context.CancellationToken);
}

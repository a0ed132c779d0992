using StreamPlatform.Domain.Processing.Moving;

namespace StreamPlatform.Orchestrations.Processing.Activities;

/// <inheritdoc cref="MoveChannel.StepAsync"/>
public sealed class MoveContentActivity(MoveAsset asset, MoveChannel channel)
{
    public const string Name = "MoveContentStep";

    [Function(Name)]
    public async Task<MoveStep> Run([ActivityTrigger] ContentMove input, FunctionContext context)
    {
        if (input.AssetId is not { } assetId)
        {
            return await channel.StepAsync(input, context.CancellationToken);
        }

        var moved = await asset.ExecuteAsync(input, assetId, context.CancellationToken);
        return moved.Error?.Code == "asset.busy" ? throw new TimeoutException(moved.Error.Message) : new MoveStep(null);
    }
}

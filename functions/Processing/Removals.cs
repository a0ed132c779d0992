using Microsoft.Extensions.Logging;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Erasing;
using StreamPlatform.Domain.Processing.Requests;

namespace StreamPlatform.Functions.Processing;

/// <summary>Puts assets into the trash and erases them. Workflows are scheduled before anything is written, so that no crash leaves an asset half gone.</summary>
public sealed class Removals(TrashAsset trash, DeleteAsset delete, AssetEraser eraser, ProcessingOptions options, ILogger<Removals> logger)
{
    public async Task<Result<Stored<Asset>>> TrashAsync(DurableTaskClient client, string ownerId, string assetId, string? ifMatch, CancellationToken ct)
    {
        var found = await trash.CheckAsync(ownerId, assetId, ifMatch, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        await client.StartOnceAsync(Workflows.EmptyTrash, found.Value.InstanceId(), found.Value, ct);
        if (await trash.StopAsync(ownerId, assetId, ct) is { } stopped)
        {
            await client.StopRunAsync(assetId, stopped.WorkflowId, stopped.RunId, options.LeaseSeconds, ct);
        }

        logger.Trashing(assetId, found.Value.Mark.EraseAt);
        return await trash.ExecuteAsync(found.Value, ct);
    }

    public async Task<Result<Asset>> EraseAsync(DurableTaskClient client, string ownerId, string assetId, string? ifMatch, CancellationToken ct)
    {
        var found = await delete.CheckAsync(ownerId, assetId, ifMatch, ct);
        if (!found.Succeeded)
        {
            return found;
        }

        var instanceId = Workflows.EraseAssetId(assetId);
        await client.StartOnceAsync(Workflows.EraseAsset, instanceId, new AssetErasure(assetId), ct);
        logger.Deleting(assetId, instanceId);

        // The workflow does this too; done here it is true by the time the answer says so.
        await eraser.BeginAsync(assetId, ct);
        return found;
    }
}

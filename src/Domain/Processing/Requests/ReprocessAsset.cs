using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Domain.Processing.Requests;

/// <summary>
/// The owner wants the stored original processed again. First the workflow to schedule is named, then, once it is
/// scheduled, the asset is moved; if that is lost the workflow does it. What is published keeps playing meanwhile.
/// </summary>
public sealed class ReprocessAsset(GetAsset get, Assets assets)
{
    /// <summary>The workflow to schedule, or why it can't be done.</summary>
    public async Task<Result<ReprocessStart>> CheckAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var found = await get.ExecuteAsync(ownerId, assetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var asset = found.Value.Value;
        if (AssetTransitions.Next(asset.State, AssetEvent.ReprocessRequested) is null)
        {
            return AssetErrors.WrongState(asset.Id, asset.State, AssetErrors.Describe(AssetEvent.ReprocessRequested));
        }

        if (asset.Source is not { } source)
        {
            return new Error("asset.no_source", 409, "There is no original to process again. Upload a file.");
        }

        var run = new ProcessingRun(asset.Id, asset.Generation + 1, Reprocess: true);
        return new ReprocessStart(Workflows.ProcessId(asset.Id, source, run.Generation), run);
    }

    /// <summary>Moves the asset to the run that was scheduled, so that the answer to the request shows it already.</summary>
    public async Task<Result<Asset>> BeginAsync(string ownerId, ReprocessStart start, CancellationToken ct)
    {
        await Reprocessing.BeginAsync(
            assets, new RunRef(start.Run.AssetId, start.Run.Generation, start.InstanceId), ct);
        return (await get.ExecuteAsync(ownerId, start.Run.AssetId, ct))
            .Match<Result<Asset>>(stored => stored.Value, error => error);
    }
}

/// <summary>The workflow instance a reprocess needs.</summary>
public sealed record ReprocessStart(string InstanceId, ProcessingRun Run);

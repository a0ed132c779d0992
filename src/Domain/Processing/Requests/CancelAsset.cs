using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Processing.Requests;

/// <summary>
/// The owner stops an asset before it is ready. The asset is moved first: from then on the run can't publish, and its
/// workflow, nudged or by its next sweep, stops the jobs and erases what they made. Cancelling again nudges again. Of an
/// asset that is ready, the renditions that are being added to it are stopped, and it stays as it is.
/// </summary>
public sealed class CancelAsset(GetAsset get, Assets assets, EndUploads uploads)
{
    /// <summary>The asset, and the run whose workflow and jobs are to be stopped.</summary>
    public async Task<Result<CancelledRun>> ExecuteAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var cancelled = await CancelAsync(ownerId, assetId, ct);
        return cancelled.Match<Result<CancelledRun>>(
            asset => asset.State == AssetState.Ready
                ? new CancelledRun(asset, asset.Extension?.WorkflowId, asset.Extension?.RunId)
                : new CancelledRun(asset, asset.WorkflowId, asset.RunId),
            error => error);
    }

    private async Task<Result<Asset>> CancelAsync(string ownerId, string assetId, CancellationToken ct)
    {
        var found = await get.EvenTakenDownAsync(ownerId, assetId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        if (IsExtended(found.Value.Value))
        {
            return await assets.UpdateAsync(assetId, StopExtending, ct, asset => IsExtended(asset)
                ? null
                : AssetErrors.WrongState(assetId, asset.State, AssetErrors.Describe(AssetEvent.CancelRequested)));
        }

        if (found.Value.Value.State != AssetState.Cancelled)
        {
            var cancelled = await assets.ApplyAsync(assetId, AssetEvent.CancelRequested, asset => asset, ct, AlreadyCancelled);
            if (!cancelled.Succeeded && !ReferenceEquals(cancelled.Error, Again))
            {
                return cancelled;
            }
        }

        await uploads.AbortOpenAsync(ownerId, assetId, ct);
        return (await get.EvenTakenDownAsync(ownerId, assetId, ct)).Match<Result<Asset>>(stored => stored.Value, error => error);
    }

    private static bool IsExtended(Asset asset) =>
        asset is { State: AssetState.Ready, Extension: { State: ExtensionState.Making or ExtensionState.Cancelled } extension } && extension.Generation == asset.Generation;

    private static Asset StopExtending(Asset asset) => RevisionExtension.IsMaking(asset)
        ? asset with { Extension = asset.Extension! with { State = ExtensionState.Cancelled } }
        : asset;

    private static readonly Error Again = Error.Silent("asset.cancelled");

    private static Error? AlreadyCancelled(Asset asset) => asset.State == AssetState.Cancelled ? Again : null;
}

/// <summary>What was cancelled: an asset's run or, of one that is ready, the extension that was being made.</summary>
/// <param name="WorkflowId">Null when there is none to stop.</param>
/// <param name="RunId">Null until it is planned.</param>
public sealed record CancelledRun(Asset Asset, string? WorkflowId, string? RunId);

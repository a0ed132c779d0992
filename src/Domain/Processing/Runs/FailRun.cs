using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Business;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>Tells the owner why nothing came of a run. One that was stopped or published meanwhile is left as it is.</summary>
public sealed class FailRun(Assets assets, IAssetStore store, SupersededOriginals originals, CatalogDays days)
{
    public async Task<RunVerdict> ExecuteAsync(RunRef run, AssetFailure failure, CancellationToken ct)
    {
        var written = await assets.ApplyAsync(
            run.AssetId, AssetEvent.Failed, asset => IsDuplicate(failure) ? asset with { Failure = failure, Source = null } : asset with { Failure = failure }, ct, run.Guard);
        if (written.Succeeded)
        {
            PlatformMetrics.AssetFailed(failure.Code);
        }

        // A repeat, after which nothing is written any more, notes and discards what the first try may have left.
        if (await store.FindAsync(run.AssetId, ct) is { Value: { State: AssetState.Failed } failed } && run.IsLatest(failed))
        {
            await days.NoteAsync(CatalogFact.Failure(failed.Id, failed.Generation, failed.UpdatedAt), ct);
            if (IsDuplicate(failure) && failed.Source is null)
            {
                await originals.DiscardAsync(failed, ct);
            }
        }

        return written.Succeeded ? RunVerdict.Done
            : written.Error!.Code == "asset.busy" ? throw new TimeoutException(written.Error.Message)
            : RunVerdict.Stopped;
    }

    /// <summary>Who does not want a file twice does not want it stored either.</summary>
    private static bool IsDuplicate(AssetFailure failure) => failure.Code == DuplicateErrors.Code;
}

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Metrics;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>Tells the owner why nothing came of a run. One that was stopped or published meanwhile is left as it is.</summary>
public sealed class FailRun(Assets assets, IAssetStore store, SupersededOriginals originals)
{
    public async Task<RunVerdict> ExecuteAsync(RunRef run, AssetFailure failure, CancellationToken ct)
    {
        var written = await assets.ApplyAsync(
            run.AssetId, AssetEvent.Failed, asset => IsDuplicate(failure) ? asset with { Failure = failure, Source = null } : asset with { Failure = failure }, ct, run.Guard);
        if (written.Succeeded)
        {
            PlatformMetrics.AssetFailed(failure.Code);
        }

        if (IsDuplicate(failure) && await store.FindAsync(run.AssetId, ct) is { Value: { State: AssetState.Failed, Source: null } failed } && run.IsLatest(failed))
        {
            await originals.DiscardAsync(failed, ct);
        }

        return written.Succeeded ? RunVerdict.Done
            : written.Error!.Code == "asset.busy" ? throw new TimeoutException(written.Error.Message)
            : RunVerdict.Stopped;
    }

    /// <summary>Who does not want a file twice does not want it stored either.</summary>
    private static bool IsDuplicate(AssetFailure failure) => failure.Code == DuplicateErrors.Code;
}

using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>Tells the owner why nothing came of a run. One that was stopped or published meanwhile is left as it is.</summary>
public sealed class FailRun(Assets assets)
{
    public async Task<RunVerdict> ExecuteAsync(RunRef run, AssetFailure failure, CancellationToken ct)
    {
        var written = await assets.ApplyAsync(
            run.AssetId, AssetEvent.Failed, asset => asset with { Failure = failure }, ct, run.Guard);
        return written.Succeeded ? RunVerdict.Done
            : written.Error!.Code == "asset.busy" ? throw new TimeoutException(written.Error.Message)
            : RunVerdict.Stopped;
    }
}

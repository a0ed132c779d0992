using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Economy;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>Tells why nothing came of an extension. One that was stopped or published meanwhile is left as it is.</summary>
public sealed class EndExtension(Assets assets)
{
    public async Task<RunVerdict> ExecuteAsync(RunRef run, AssetFailure failure, CancellationToken ct)
    {
        var written = await assets.UpdateAsync(
            run.AssetId,
            asset => asset with
            {
                Extension = asset.Extension! with { State = ExtensionState.Failed, Failure = failure },
                EconomySteps = Remaining(asset, failure),
            },
            ct,
            run.Guard);
        return written.Succeeded ? RunVerdict.Done
            : written.Error!.Code == "asset.busy" ? throw new TimeoutException(written.Error.Message)
            : RunVerdict.Stopped;
    }

    /// <summary>What failed for no fault of the title may be tried again; what would save nothing never will.</summary>
    private static IReadOnlyList<TakenStep>? Remaining(Asset asset, AssetFailure failure) =>
        asset.Extension?.Step is { } step && failure.Code != ExtensionErrors.NoGain().Code
            ? [.. asset.EconomySteps!.Where(taken => taken != new TakenStep(step, asset.Generation))]
            : asset.EconomySteps;
}

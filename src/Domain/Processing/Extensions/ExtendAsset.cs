using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Economy;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>Registers an extension with its asset: by the request and, if that died, by the workflow.</summary>
public sealed class ExtendAsset(Assets assets, TimeProvider clock)
{
    /// <summary>How often a generation of an asset can be extended, failed tries included.</summary>
    public const int Most = 24;

    private static readonly Error Elsewhere = Error.Silent("run.stopped");

    /// <summary>The asset with this extension as its latest; another error when it is not ready, or another was faster.</summary>
    public Task<Result<Asset>> BeginAsync(ExtensionRun run, CancellationToken ct) => assets.UpdateAsync(
        run.AssetId,
        asset => asset.Extension?.WorkflowId == run.InstanceId ? asset : asset with
        {
            Extension = new RevisionExtension(run.Number, run.Generation, run.InstanceId, run.Wanted, clock.GetUtcNow()) { Step = run.Step },
            EconomySteps = run.Step is null ? asset.EconomySteps : [.. asset.EconomySteps ?? [], new TakenStep(run.Step, run.Generation)],
        },
        ct,
        asset => asset.Extension?.WorkflowId == run.InstanceId || IsFree(asset, run) ? null : Elsewhere);

    /// <summary>The number of the next one, or why there can be none now.</summary>
    public static Result<int> Next(Asset asset)
    {
        if (asset.State != AssetState.Ready)
        {
            return AssetErrors.WrongState(asset.Id, asset.State, "Adding a rendition");
        }

        var number = 1 + LastNumber(asset);
        return RevisionExtension.IsMaking(asset) ? ExtensionErrors.Busy(string.Join(", ", asset.Extension!.Wanted.Select(rung => rung.Name)))
            : number > Most ? ExtensionErrors.TooMany(Most)
            : number;
    }

    private static bool IsFree(Asset asset, ExtensionRun run) =>
        asset.State == AssetState.Ready
        && asset.Generation == run.Generation
        && !RevisionExtension.IsMaking(asset)
        && LastNumber(asset) + 1 == run.Number;

    private static int LastNumber(Asset asset) => asset.Extension is { } last && last.Generation == asset.Generation ? last.Number : 0;
}

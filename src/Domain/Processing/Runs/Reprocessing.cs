using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>Moves an asset to the next generation with the original it has: by the request and, if that died, by the workflow.</summary>
internal static class Reprocessing
{
    private static readonly Error Begun = Error.Silent("run.begun");

    public static Task<Result<Asset>> BeginAsync(Assets assets, RunRef run, CancellationToken ct) =>
        assets.ApplyAsync(
            run.AssetId,
            AssetEvent.ReprocessRequested,
            asset => asset with
            {
                Generation = run.Generation,
                WorkflowId = run.WorkflowId,
                RunId = null,
                Question = null,
                Failure = null,
                Warnings = [],
                FirstPlayableAt = null,
                ReadyAt = null,
            },
            ct,
            guard: asset => asset.Generation + 1 == run.Generation ? null : Begun);
}

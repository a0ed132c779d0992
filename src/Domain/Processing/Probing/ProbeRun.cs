using System.Globalization;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Extensions;

namespace StreamPlatform.Domain.Processing.Probing;

/// <summary>
/// A look at an original by a job: it has blobs of its own before the run that it is made for has a plan, and so an id. They
/// go when that is planned, or are erased with what the run left.
/// </summary>
/// <param name="Generation"><see cref="Asset.Generation"/> of the run it is made for.</param>
/// <param name="Extension">Number of the extension it is made for; 0 for the asset's own run.</param>
public sealed record ProbeRun(string AssetId, int Generation, int Extension = 0)
{
    /// <summary>As a run's: <c>2-probe</c>, <c>2-probe-1</c>. Runs with a plan end in a hash.</summary>
    public string RunId => string.Create(CultureInfo.InvariantCulture, $"{Generation}-probe{(Extension == 0 ? "" : $"-{Extension}")}");

    public RunPaths Paths => new(AssetId, RunId);

    /// <summary>The workflow that waits for the look with this id; null when it is none that the asset waits for.</summary>
    public static string? WorkflowOf(Asset asset, string runId) =>
        asset.State == AssetState.Probing && runId == new ProbeRun(asset.Id, asset.Generation).RunId ? asset.WorkflowId
        : RevisionExtension.IsMaking(asset) && asset.Extension is { RunId: null } extension && runId == new ProbeRun(asset.Id, extension.Generation, extension.Number).RunId ? extension.WorkflowId
        : null;
}

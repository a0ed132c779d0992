namespace StreamPlatform.Domain.Processing;

/// <summary>Input of the <c>ProcessAsset</c> workflow.</summary>
/// <param name="Reprocess">
/// True when the workflow itself moves the asset to this generation: it is scheduled first, so that no crash leaves an
/// asset that waits for a workflow nobody started. False when the asset was moved by what brought its original.
/// </param>
public sealed record ProcessingRun(string AssetId, int Generation, bool Reprocess = false);

/// <summary>Input of the <c>EraseAsset</c> workflow: deletes everything an asset made, its originals too.</summary>
public sealed record AssetErasure(string AssetId);

/// <summary>Input of the <c>EraseRun</c> workflow: deletes what one run made (cancelled or superseded), after a wait.</summary>
/// <param name="IsSuperseded">The time of the run's revision is over: should its blobs be another's too, only the revision goes.</param>
public sealed record RunErasure(string AssetId, string RunId, double WaitSeconds, bool IsSuperseded = false);

namespace StreamPlatform.Domain.Processing;

/// <summary>Input of the <c>ProcessAsset</c> workflow.</summary>
public sealed record ProcessingRun(string AssetId, int Generation);

/// <summary>Input of the <c>EraseAsset</c> workflow: deletes everything an asset made, its originals too.</summary>
public sealed record AssetErasure(string AssetId);

/// <summary>Input of the <c>EraseRun</c> workflow: deletes what one run made (cancelled or superseded), after a wait.</summary>
public sealed record RunErasure(string AssetId, string RunId, double WaitSeconds);

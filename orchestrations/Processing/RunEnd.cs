using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Runs;

namespace StreamPlatform.Orchestrations.Processing;

/// <summary>How the working part of a run ended.</summary>
internal sealed record RunEnd(
    RunVerdict Verdict, AssetFailure? Failure = null, PreparedRun? Prepared = null, PublishedRun? Published = null);

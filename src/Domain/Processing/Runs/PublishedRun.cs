using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>How publishing ended; <paramref name="Superseded"/> are the runs of earlier revisions, to be erased later.</summary>
public sealed record PublishedRun(RunVerdict Verdict, int Revision, IReadOnlyList<string> Superseded, AssetFailure? Failure = null)
{
    internal static PublishedRun Stopped { get; } = new(RunVerdict.Stopped, 0, []);

    internal static PublishedRun Refused(AssetFailure failure) => new(RunVerdict.Refused, 0, [], failure);

    internal static PublishedRun Of(Asset asset) =>
        new(RunVerdict.Done, asset.Revision, [.. SupersededRuns(asset).Distinct(StringComparer.Ordinal)]);

    /// <summary>Latest first: a run is kept as long as a later revision takes blobs from it.</summary>
    private static IEnumerable<string> SupersededRuns(Asset asset) =>
        asset.Superseded.Reverse().SelectMany(revision => (revision.BaseRunIds ?? []).Reverse().Prepend(revision.RunId));
}

using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Watching;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Playback;

/// <summary>Finds the presentation of an asset's revision: published ones are read once and kept, growing ones are derived.</summary>
public sealed class Presentations(IBlobStore blobs, RunWatches watches)
{
    /// <summary>The revision that stands for the growing view of the first run.</summary>
    public const int Growing = 0;

    private const long MaxBytes = 64 * 1024 * 1024;
    private const int Capacity = 64;

    private readonly Bounded<RunPaths, Presentation> _published = new(Capacity);

    /// <summary>What plays now: the published revision or, before there is one, what grows.</summary>
    public Task<Result<Presentation>> CurrentAsync(Asset asset, CancellationToken ct) => OfAsync(asset, asset.Revision, ct);

    /// <summary>A certain revision; <see cref="Growing"/> still answers, complete, while its segments are kept.</summary>
    public async Task<Result<Presentation>> OfAsync(Asset asset, int revision, CancellationToken ct)
    {
        if (revision == Growing)
        {
            return await GrowingAsync(asset, ct);
        }

        return RunOf(asset, revision) is { } runId && await PublishedAsync(asset.Id, runId, ct) is { } found
            ? OwnersTracks.AddTo(found, asset)
            : PlaybackErrors.RevisionGone();
    }

    /// <summary>The published presentation as it was stored, without what its owner added to the asset since.</summary>
    public async Task<Result<Presentation>> StoredAsync(Asset asset, CancellationToken ct) =>
        asset.PublishedRunId is { } runId && await PublishedAsync(asset.Id, runId, ct) is { } found ? found : PlaybackErrors.RevisionGone();

    /// <summary>The growing view, or null when nothing can be played of it.</summary>
    public async Task<GrowingView?> FindGrowingAsync(Asset asset, CancellationToken ct)
    {
        // Only the first run is shown while it grows: later ones have a published revision before them.
        var runId = asset.Revision == Growing ? asset.RunId : RunOf(asset, 1);
        return runId is not null
            && await watches.ReadAsync(asset.Id, runId, ct) is { } run
            && GrowingPresentation.Of(run) is { } presentation
                ? new GrowingView(presentation, GrowingPresentation.FirstPlayableAt(run))
                : null;
    }

    private async Task<Result<Presentation>> GrowingAsync(Asset asset, CancellationToken ct)
    {
        if (asset.State is AssetState.Failed or AssetState.Cancelled && asset.PublishedRunId is null)
        {
            return PlaybackErrors.Failed(asset.Failure);
        }

        return await FindGrowingAsync(asset, ct) is { } growing ? growing.Presentation
            : asset.Revision == Growing ? PlaybackErrors.NotReady()
            : PlaybackErrors.RevisionGone();
    }

    private async Task<Presentation?> PublishedAsync(string assetId, string runId, CancellationToken ct)
    {
        var paths = new RunPaths(assetId, runId);
        if (_published.Find(paths) is { } kept)
        {
            return kept;
        }

        return await blobs.ReadAsync(paths.Presentation, MaxBytes, ct) is { } bytes
            && JsonSerializer.Deserialize<Presentation>(bytes, DomainJson.Options) is { } read
                ? _published.GetOrAdd(paths, _ => read)
                : null;
    }

    private static string? RunOf(Asset asset, int revision) =>
        revision == asset.Revision
            ? asset.PublishedRunId
            : asset.Superseded.FirstOrDefault(superseded => superseded.Revision == revision)?.RunId;
}

/// <summary>A growing presentation and when it first could be played.</summary>
public sealed record GrowingView(Presentation Presentation, DateTimeOffset? FirstPlayableAt);

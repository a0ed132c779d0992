using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Watching;

/// <summary>Runs that somebody watches, the latest few of them: watchers of one run share what is read of it.</summary>
public sealed class RunWatches(IBlobStore blobs, TimeProvider clock)
{
    private const int Capacity = 64;

    private readonly Bounded<RunPaths, RunWatch> _watches = new(Capacity);

    /// <summary>The run now; null when it has no plan: not planned yet, or erased.</summary>
    public Task<RunView?> ReadAsync(string assetId, string runId, CancellationToken ct) =>
        _watches.GetOrAdd(new RunPaths(assetId, runId), paths => new RunWatch(blobs, clock, paths)).ReadAsync(ct);
}

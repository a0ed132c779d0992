using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Transcoder;

/// <summary>Guards every write: once the run's tombstone is there, nothing is written any more.</summary>
internal sealed class Tombstone(IBlobStore blobs, RunPaths paths, TimeProvider time)
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private long _lookedAt;
    private bool _looked;
    private bool _set;

    /// <exception cref="RunStoppedException">The run was cancelled, replaced or deleted.</exception>
    public async Task ThrowIfSetAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (!_set && (!_looked || time.GetElapsedTime(_lookedAt) >= Timings.TombstoneCache))
            {
                // The answer is as old as the question: time counts from before it.
                var asked = time.GetTimestamp();
                _set = await blobs.FindAsync(paths.Tombstone, ct) is not null;
                (_lookedAt, _looked) = (asked, true);
            }
        }
        finally
        {
            _one.Release();
        }

        if (_set)
            throw new RunStoppedException();
    }
}

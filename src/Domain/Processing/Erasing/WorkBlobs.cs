using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Erasing;

/// <summary>The work container, while jobs must still find their tombstones in it.</summary>
internal static class WorkBlobs
{
    public static async Task DeleteAllButTombstonesAsync(IBlobStore blobs, string prefix, CancellationToken ct)
    {
        var names = new List<string>();
        await foreach (var blob in blobs.ListAsync(Containers.Work, prefix, ct))
        {
            if (!blob.Name.EndsWith(RunPaths.TombstoneSuffix, StringComparison.Ordinal))
            {
                names.Add(blob.Name);
            }
        }

        foreach (var name in names)
        {
            await blobs.DeleteAsync(new BlobPath(Containers.Work, name), ct);
        }
    }

    /// <summary>Ids of the runs that have anything in the work container.</summary>
    public static async Task<IReadOnlySet<string>> RunsAsync(IBlobStore blobs, string assetId, CancellationToken ct)
    {
        var runs = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in blobs.ListAsync(Containers.Work, $"{assetId}/", ct))
        {
            if (blob.Name.Split('/') is [_, var runId, _, ..])
            {
                runs.Add(runId);
            }
        }

        return runs;
    }
}

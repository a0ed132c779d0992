using System.Security.Cryptography;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Catalog.Tracks;

/// <summary>
/// Where uploaded tracks lie: beside the runs, named by their content, so that a name always gives the same bytes. What was
/// replaced stays as long as a superseded revision does, for players that hold its address.
/// </summary>
public sealed class TrackFiles(IBlobStore blobs, ProcessingOptions options, TimeProvider clock)
{
    private const string ContentType = "text/vtt";

    /// <summary>Folder of an asset's uploaded tracks in the media container; ends in <c>/</c>.</summary>
    public static string FolderOf(string assetId) => $"{assetId}/tracks/";

    internal async Task<string> WriteAsync(string assetId, string language, TextKind kind, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span))[..16];
        var name = $"{FolderOf(assetId)}{language}-{kind.ToString().ToLowerInvariant()}-{hash}.vtt";
        // Overwritten with the same, so that a replaced one that comes back is young again and not swept.
        await blobs.WriteAsync(new BlobPath(Containers.Media, name), content, ContentType, ct);
        return name;
    }

    /// <summary>Deletes what the asset no longer names and no player can hold any more.</summary>
    internal async Task SweepAsync(Asset asset, CancellationToken ct)
    {
        var named = asset.TextTracks.Select(track => track.BlobName).ToHashSet(StringComparer.Ordinal);
        var before = clock.GetUtcNow() - TimeSpan.FromHours(options.SupersededLifetimeHours);
        var old = new List<string>();
        await foreach (var blob in blobs.ListAsync(Containers.Media, FolderOf(asset.Id), ct))
        {
            if (!named.Contains(blob.Name) && blob.LastModified < before)
            {
                old.Add(blob.Name);
            }
        }

        foreach (var name in old)
        {
            await DeleteAsync(name, ct);
        }
    }

    internal Task DeleteAsync(string name, CancellationToken ct) => blobs.DeleteAsync(new BlobPath(Containers.Media, name), ct);
}

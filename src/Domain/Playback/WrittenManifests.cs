using System.Text;

namespace StreamPlatform.Domain.Playback;

/// <summary>
/// Manifests as they were written last: of the same asset document with the same signatures they are the same to the byte, and
/// a film's playlist has thousands of lines. Growing ones, and those with a viewer's own token in them, are written each time.
/// </summary>
public sealed class WrittenManifests
{
    private const int MaxBytes = 32 * 1024 * 1024;

    private readonly Bounded<Key, byte[]> _written = new(MaxBytes, bytes => bytes.Length);

    /// <param name="manifest">Tells the manifests of a playback id apart, with the revision where it isn't the one that plays now.</param>
    /// <param name="media">The signatures that are in it; null where there are none.</param>
    /// <param name="write">Null when there is no such manifest.</param>
    /// <returns>In UTF-8; not to be changed.</returns>
    public byte[]? Write(PlaybackGrant grant, Presentation presentation, string manifest, SignedMedia? media, Func<string?> write)
    {
        if (!presentation.Complete || (grant.Token is not null && media is null))
        {
            return Bytes(write());
        }

        var key = new Key(grant.Asset.Id, grant.ETag, grant.PlaybackId.Id, presentation.RunId, manifest, media?.Stamp ?? "");
        if (_written.Find(key) is { } kept)
        {
            return kept;
        }

        if (Bytes(write()) is not { } bytes)
        {
            return null;
        }

        _written.Set(key, bytes);
        return bytes;
    }

    private static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private sealed record Key(string AssetId, string ETag, string PlaybackId, string RunId, string Manifest, string Signatures);
}

namespace StreamPlatform.Media.Checking;

/// <summary>How the checker gets manifests and segments: over HTTP as a player does, or from storage.</summary>
public interface IMediaFetcher
{
    /// <summary>The whole resource, or null when it is not there.</summary>
    /// <exception cref="InvalidDataException">It is larger than <paramref name="maxBytes"/>.</exception>
    Task<ReadOnlyMemory<byte>?> GetAsync(Uri uri, long maxBytes, CancellationToken ct);
}

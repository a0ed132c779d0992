namespace StreamPlatform.Domain.Storage;

/// <summary>A read was pinned to an ETag and the blob was replaced or deleted meanwhile.</summary>
public sealed class BlobChangedException(BlobPath path, Exception? inner = null)
    : Exception($"{path} was replaced or deleted while it was read.", inner)
{
    public BlobPath Path { get; } = path;
}

namespace StreamPlatform.Domain.Storage;

/// <summary>What storage knows of a blob without reading it. <paramref name="ETag"/> is unquoted.</summary>
public sealed record BlobFacts(string Name, string ETag, long Bytes, DateTimeOffset LastModified)
{
    /// <summary>Where it lies now.</summary>
    public StorageTier Tier { get; init; }

    /// <summary>It is on its way out of the archive.</summary>
    public bool IsReturning { get; init; }
}

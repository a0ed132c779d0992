namespace StreamPlatform.Domain.Catalog;

/// <summary>The original of an asset, pinned to the ETag it had when its upload was committed.</summary>
public sealed record SourceFile(string Container, string BlobName, string ETag, long Bytes, string FileName);

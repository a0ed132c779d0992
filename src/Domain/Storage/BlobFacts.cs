namespace StreamPlatform.Domain.Storage;

/// <summary>What storage knows of a blob without reading it. <paramref name="ETag"/> is unquoted.</summary>
public sealed record BlobFacts(string Name, string ETag, long Bytes, DateTimeOffset LastModified);

using System.Text.Json;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing;

/// <summary>Plans, markers and progress: blobs as documents.</summary>
internal static class RunBlobs
{
    /// <summary>Bytes; a plan of a day-long video, or its longest list of segments, stays far below.</summary>
    private const long MaxBytes = 64 * 1024 * 1024;

    public const string Json = "application/json";

    public static async Task<T?> ReadJsonAsync<T>(this IBlobStore blobs, BlobPath path, CancellationToken ct)
        where T : class =>
        await blobs.ReadAsync(path, MaxBytes, ct) is { } bytes
            ? JsonSerializer.Deserialize<T>(bytes, DomainJson.Options)
            : null;

    public static byte[] ToJson<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, DomainJson.Options);
}

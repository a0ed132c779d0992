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

    /// <summary>The run's plan, with its ladder once that is settled; null when there is none: not planned yet, or erased.</summary>
    public static async Task<TranscodePlan?> ReadPlanAsync(this IBlobStore blobs, RunPaths paths, CancellationToken ct) =>
        await blobs.ReadJsonAsync<TranscodePlan>(paths.Plan, ct) is not { } plan ? null
        : plan.Measure is not null && await blobs.ReadJsonAsync<LadderChoice>(paths.Ladder, ct) is { } ladder ? plan.Settled(ladder)
        : plan;

    public static byte[] ToJson<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, DomainJson.Options);
}

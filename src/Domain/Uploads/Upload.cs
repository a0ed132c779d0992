namespace StreamPlatform.Domain.Uploads;

/// <summary>
/// A promise to bring one original by SAS URL within a day. One document, partitioned by its owner; writers use its ETag.
/// <see cref="SchemaVersion"/> changes only together with an upcaster.
/// </summary>
public sealed record Upload
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "upload";

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }
    public required string OwnerId { get; init; }
    public required string AssetId { get; init; }
    public required string FileName { get; init; }

    /// <summary>As declared when the upload was created; of an import as its server tells it, 0 until then.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>What clients stage their blocks in.</summary>
    public required long BlockSizeBytes { get; init; }

    /// <summary>Where we fetch its bytes from ourselves; null of one whose owner sends them.</summary>
    public Imports.ImportSource? Import { get; init; }

    public required UploadState State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The URL works until then.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>ETag of the blob that was accepted; another one under the same name is not.</summary>
    public string? CommittedETag { get; init; }

    /// <summary>Bytes that were really committed.</summary>
    public long? CommittedBytes { get; init; }

    /// <summary>Which generation of the asset the committed blob starts; 0 before. An asset that has reached it took this blob, or a later one.</summary>
    public int Generation { get; init; }

    /// <summary>Why a blob that did arrive was not accepted.</summary>
    public Catalog.AssetFailure? Failure { get; init; }

    /// <summary>The trace that its creation began (W3C <c>traceparent</c>), for the event of its blob, which carries none; null when nobody recorded.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When the sweep must look at this upload next; null when it needn't any more.</summary>
    public DateTimeOffset? SweepAt { get; init; }

    /// <summary>How often its asset went to another account since.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public int Moves { get; init; }

    /// <summary>What its bytes are counted under: an account that gets it back counts it anew.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string UsageId => Moves == 0 ? Id : FormattableString.Invariant($"{Id}+{Moves}");

    /// <summary>Where its bytes go.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Storage.BlobPath Blob => BlobOf(AssetId, Id);

    public static Storage.BlobPath BlobOf(string assetId, string uploadId) =>
        new(Storage.Containers.Uploads, $"{assetId}/{uploadId}");
}

using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Uploads.Imports;

/// <summary>Where the file of an upload is fetched from, and how far that is.</summary>
/// <param name="Url">As its owner gave it: its query may be a secret.</param>
public sealed record ImportSource(Uri Url)
{
    /// <summary>Null until its server told it, and of a server that doesn't.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>Whole blocks that are staged.</summary>
    public long BytesDone { get; init; }

    /// <summary>By which the server knows the version that is fetched: a strong ETag, else a date. Null when it gives none.</summary>
    public string? Validator { get; init; }

    /// <summary>The server gives parts of this very version, so that fetching can go on where it ended.</summary>
    public bool Resumable { get; init; }

    /// <summary>Tries without a block since the last that brought one.</summary>
    public int Tries { get; init; }

    /// <summary>Where the next try begins.</summary>
    [JsonIgnore]
    public long Offset => Resumable ? BytesDone : 0;

    /// <summary>Without its query, which may be a secret.</summary>
    [JsonIgnore]
    public string Shown => Url.GetLeftPart(UriPartial.Path);
}

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Uploads.Imports;

namespace StreamPlatform.Functions.Uploads;

/// <summary>Body of <c>POST /assets</c>: where the file is, and what is said of the asset.</summary>
/// <param name="Url">Of the file itself, <c>https</c> or <c>http</c>; it is fetched by us, from the internet alone.</param>
public sealed record ImportBody(string? Url, PlaybackPolicy? Policy, EncodingChoice? Encoding = null, DuplicateChoice? OnDuplicate = null) : AssetChange
{
    public NewImport ToImport(string? requestId) =>
        new(Url, Title.Value, Policy ?? PlaybackPolicy.Public, Encoding, requestId, this with { Title = default }, OnDuplicate ?? DuplicateChoice.Keep);
}

/// <summary>How far a file is that is fetched.</summary>
/// <param name="Url">Where it is fetched from, without its query, which may be a secret.</param>
/// <param name="BytesTotal">Absent until its server told it, and of a server that doesn't.</param>
public sealed record ImportProgressBody(string Url, long BytesDone, long? BytesTotal)
{
    public static ImportProgressBody? From(ImportSource? import) => import is null ? null : new(import.Shown, import.BytesDone, import.TotalBytes);
}

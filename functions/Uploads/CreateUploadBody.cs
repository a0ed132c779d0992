using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Functions.Uploads;

/// <summary>
/// Body of <c>POST /uploads</c>: the file, and what is said of the asset. With <paramref name="AssetId"/> it replaces that asset's
/// original, and everything else stays.
/// </summary>
/// <param name="OnDuplicate">What becomes of it when you have another asset of the same content: it is made all the same, with a warning, or it fails.</param>
public sealed record CreateUploadBody(string? FileName, long SizeBytes, PlaybackPolicy? Policy, string? AssetId, EncodingChoice? Encoding = null, DuplicateChoice? OnDuplicate = null) : AssetChange
{
    public NewUpload ToUpload() =>
        new(FileName, SizeBytes, Title.Value, Policy ?? PlaybackPolicy.Public, AssetId, Encoding: Encoding, Details: this with { Title = default }, OnDuplicate: OnDuplicate ?? DuplicateChoice.Keep);
}

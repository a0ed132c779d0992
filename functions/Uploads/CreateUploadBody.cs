using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Functions.Uploads;

/// <summary>
/// Body of <c>POST /uploads</c>: the file, and what is said of the asset. With <paramref name="AssetId"/> it replaces that asset's
/// original, and everything else stays.
/// </summary>
public sealed record CreateUploadBody(string? FileName, long SizeBytes, PlaybackPolicy? Policy, string? AssetId, EncodingChoice? Encoding = null) : AssetChange
{
    public NewUpload ToUpload() =>
        new(FileName, SizeBytes, Title.Value, Policy ?? PlaybackPolicy.Public, AssetId, Encoding: Encoding, Details: this with { Title = default });
}

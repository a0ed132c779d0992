using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Functions.Uploads;

/// <summary>Body of <c>POST /uploads</c>. With <paramref name="AssetId"/> it replaces that asset's original; title, policy and encoding stay.</summary>
public sealed record CreateUploadBody(
    string? FileName, long SizeBytes, string? Title, PlaybackPolicy? Policy, string? AssetId, EncodingChoice? Encoding = null)
{
    public NewUpload ToUpload() => new(FileName, SizeBytes, Title, Policy ?? PlaybackPolicy.Public, AssetId, Encoding: Encoding);
}

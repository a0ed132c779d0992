using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Clips;

namespace StreamPlatform.Functions.Catalog;

/// <summary>Body of <c>POST /assets/{assetId}/clips</c>; seconds of the video. Title and policy are the video's unless given.</summary>
public sealed record ClipBody(double? Start, double? End, string? Title, PlaybackPolicy? Policy)
{
    public ClipRequest ToRequest(string? requestId) => new(Start, End, Title, Policy, requestId);
}

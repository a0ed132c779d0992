using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Processing.Clips;

/// <summary>What an owner asks for.</summary>
/// <param name="Title">Of the clip; the parent's when null.</param>
/// <param name="Policy">Who may play it; as with the parent when null.</param>
/// <param name="RequestId">Makes the same clip each time it is given; null makes a new one.</param>
public sealed record ClipRequest(double? Start, double? End, string? Title = null, PlaybackPolicy? Policy = null, string? RequestId = null);

using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>What became of an input.</summary>
/// <param name="Video">The largest rung as one file; null without video.</param>
/// <param name="Audio">Each audio rendition as one file.</param>
internal sealed record Made(TranscodePlan Plan, Presentation Presentation, string? Video, IReadOnlyList<string> Audio);

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>What a plan for an extension is made from.</summary>
/// <param name="Info">The original, probed again as it was for the published revision.</param>
/// <param name="Published">The revision that is extended: the timeline to keep to, and the tracks that stay.</param>
public sealed record ExtensionOrder(ExtensionRun Run, SourceFile Source, SourceInfo Info, EncodingChoice? Choice, Presentation Published);

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Processing.Probing;

/// <summary>Looks into an original in bounded time and memory and says whether the platform can make a video of it.</summary>
public interface IMediaProber
{
    /// <summary>The facts, or why it is refused (<c>source.*</c> codes).</summary>
    Task<Result<SourceInfo>> ProbeAsync(SourceFile source, EncodingChoice choice, CancellationToken ct);
}

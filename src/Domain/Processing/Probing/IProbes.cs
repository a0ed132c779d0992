using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Profiles;

namespace StreamPlatform.Domain.Processing.Probing;

/// <summary>
/// What is in an asset's original, found here and now (<see cref="ProbeHere"/>) or by a job (<see cref="ProbeByJob"/>), whose
/// answer takes a while and is asked for again.
/// </summary>
public interface IProbes
{
    /// <summary>The facts, or why the original is refused (<c>source.*</c> codes); null while a job looks.</summary>
    Task<Result<SourceInfo>?> AskAsync(ProbeRun run, SourceFile source, EncodingChoice choice, CancellationToken ct);

    /// <summary>The answer was used and written elsewhere: what was kept of it goes. May be repeated.</summary>
    Task ForgetAsync(ProbeRun run, CancellationToken ct);
}

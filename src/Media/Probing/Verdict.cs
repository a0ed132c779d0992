using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Probing;

/// <summary>What was decided of a source.</summary>
/// <param name="Doubtful">Bad news, or less than the file claims: to be told of a whole file only, never of a partial copy.</param>
internal sealed record Verdict(Result<SourceInfo> Result, bool Doubtful)
{
    public static Verdict Refused(Error error) => new(error, true);
}

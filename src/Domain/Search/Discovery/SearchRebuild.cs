using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>The workflow that fills a generation of the public index and then has it answer.</summary>
public static class SearchRebuild
{
    public const string Workflow = "RebuildSearch";

    private const string Prefix = "search-";

    /// <summary>The instance that fills a generation.</summary>
    public static string InstanceId(IndexGeneration generation) => Prefix + generation.Id;

    /// <summary>The generation that is begun now; those of one minute are one.</summary>
    public static IndexGeneration At(DateTimeOffset now) => new(FormattableString.Invariant($"{now.UtcDateTime:yyyyMMddHHmm}"), now);

    /// <summary>The generation that is begun on this day where nobody asked for one.</summary>
    public static IndexGeneration OfDay(DateTimeOffset now) => At(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero));

    /// <summary>True of what <see cref="InstanceId"/> gives.</summary>
    public static bool IsInstanceId(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) && id.Length == Prefix.Length + 12 && id.AsSpan(Prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>How far a rebuild is; carried from one leg of the workflow to the next.</summary>
/// <param name="Cursor">The next page of the catalog; null before the first.</param>
/// <param name="Assets">Read so far.</param>
public sealed record RebuildProgress(IndexGeneration Generation, string? Cursor, int Assets, RebuildState State)
{
    public static RebuildProgress Begin(IndexGeneration generation) => new(generation, null, 0, RebuildState.Filling);
}

/// <summary>How a rebuild stands; a word also in a workflow's status.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebuildState>))]
public enum RebuildState
{
    /// <summary>Being filled; the generation before it answers.</summary>
    Filling,

    /// <summary>It answers.</summary>
    Done,

    /// <summary>Given up for one that was begun later.</summary>
    Superseded,
}

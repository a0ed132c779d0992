namespace StreamPlatform.Domain.Processing.Extensions;

/// <summary>Why a rendition can't be added to a published asset.</summary>
public static class ExtensionErrors
{
    private const int MaxEchoed = 40;

    /// <summary>No ladder has a rung of this name.</summary>
    public static Error Unknown(string name, IEnumerable<string> offered) => new(
        "rendition.unknown", 404, $"There is no rendition '{Echo(name)}'. Of this video there can be: {string.Join(", ", offered)}.");

    /// <summary>The rung is larger than the original's picture.</summary>
    public static Error TooLarge(string name, int shortSide) => new(
        "rendition.upsample", 422, $"'{Echo(name)}' would be larger than the original, whose short side has {shortSide} lines: nothing is gained by enlarging.");

    /// <summary>Neither a name nor a size with a codec was given.</summary>
    public static Error NameMissing() => new("rendition.name_missing", 400, "Give the name of a rendition, such as 1080p-av1, or its height and codec.");

    /// <summary>The asset is only heard.</summary>
    public static Error NoPicture() => new("rendition.no_video", 422, "The asset has no picture: its sound is published whole.");

    /// <summary>Another extension of the asset is going on.</summary>
    public static Error Busy(string names) => new("rendition.busy", 409, $"Another rendition of this video is being made ({names}). Ask again when it is there.");

    /// <summary>The asset was extended as often as it may be.</summary>
    public static Error TooMany(int most) => new("rendition.too_many", 409, $"At most {most} renditions can be asked for one after the other. Process the video again to start over.");

    /// <summary>It is expected to cost more than the owner allowed for a run.</summary>
    public static Error TooDear(CostQuestion question) => new(
        "rendition.cost_cap", 409, FormattableString.Invariant($"Making it is expected to cost ${question.ExpectedDollars:0.####}, more than the {question.CapDollars:0.####} that the video's cost cap allows."));

    /// <summary>Planned today the timeline would be another one, so new segments would not align with the published ones.</summary>
    public static Error TimelineChanged() => new(
        "rendition.timeline_changed", 409, "The published segments were cut by other rules than today's, so nothing can be added to them. Process the video again.");

    /// <summary>What was made is not cut as the published renditions are.</summary>
    public static Error Misaligned(string rendition) => new(
        "rendition.misaligned", 500, $"{rendition} is not cut at the same places as the published renditions and was left out. Process the video again.");

    /// <summary>An economy run made nothing that is smaller than what there is.</summary>
    public static Error NoGain() => new("rendition.no_gain", 409, "What was made would not save anything over what is published, and was left out.");

    private static string Echo(string name) => name.Length > MaxEchoed ? name[..MaxEchoed] + "…" : name;
}

namespace StreamPlatform.Domain.Catalog.Tracks;

/// <summary>What can be refused about text tracks and chapters.</summary>
public static class TrackErrors
{
    public const int MaxLabelLength = 60;
    public const int MaxTracks = 100;
    public const int MaxChapters = 500;

    /// <summary>The file can't be read; the message names the line.</summary>
    public static Error Invalid(int line, string what) => new(
        "track.invalid", 422, FormattableString.Invariant($"Line {line} of the file can't be read: {what}. Correct it and upload the file again, as WebVTT or SRT."));

    /// <summary>The file has no cue.</summary>
    public static Error Empty() => new("track.empty", 422, "There is nothing to show in the file. Upload a WebVTT or SRT file with at least one cue.");

    /// <summary>The file is larger than a text track may be.</summary>
    public static Error TooLarge(int limit) => new(
        "track.too_large", 413, FormattableString.Invariant($"A text track may have at most {limit / 1024 / 1024} MB."));

    /// <summary>The language is no BCP 47 tag.</summary>
    public static Error LanguageInvalid() => new(
        "track.language_invalid", 400, "The language must be a tag such as en, pt-BR or zh-Hant (BCP 47), or und when it is not known.");

    /// <summary>The kind is none of those there are.</summary>
    public static Error KindInvalid() => new("track.kind_invalid", 400, "kind must be subtitles, captions, descriptions or forced.");

    /// <summary>The label is too long or holds what playlists can't.</summary>
    public static Error LabelInvalid() => new(
        "track.label_invalid", 400, FormattableString.Invariant($"A label is 1 to {MaxLabelLength} characters without quotes and control characters."));

    /// <summary>The asset has as many tracks as it may have.</summary>
    public static Error TooMany() => new(
        "track.too_many", 409, FormattableString.Invariant($"An asset may have at most {MaxTracks} text tracks. Delete one first."));

    /// <summary>No track of this language and kind was uploaded.</summary>
    public static Error NotFound() => new("track.not_found", 404, "No text track of this language and kind was uploaded to the asset.");

    /// <summary>The chapters can't be shown so.</summary>
    public static Error ChaptersInvalid(string what) => new("chapters.invalid", 400, $"The chapters can't be taken: {what}.");
}

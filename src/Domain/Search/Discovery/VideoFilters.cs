namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>What videos have to be; null where anything will do.</summary>
/// <param name="Captions">A language that captions or subtitles are in, or <see cref="AnyCaptions"/>.</param>
/// <param name="PublishedSince">Not earlier.</param>
/// <param name="Lines">At least as many; see <see cref="IndexedVideo.Lines"/>.</param>
public sealed record VideoFilters(
    string? Category = null,
    string? Language = null,
    string? Channel = null,
    string? Tag = null,
    string? Captions = null,
    DurationBand? Duration = null,
    DateTimeOffset? PublishedSince = null,
    int? Lines = null,
    bool? Live = null)
{
    public const string AnyCaptions = "any";

    public static VideoFilters None { get; } = new();
}

using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Processing;

/// <summary>Chapters of a source as they are shown.</summary>
public static class SourceChapters
{
    public static IEnumerable<Chapter> Of(SourceInfo info) => (info.Chapters ?? []).Select((chapter, index) => new Chapter(
        chapter.StartSeconds, chapter.EndSeconds, chapter.Title ?? FormattableString.Invariant($"Chapter {index + 1}")));
}

using StreamPlatform.Domain.Catalog.Tracks;

namespace StreamPlatform.Functions.Catalog;

/// <summary>Body of <c>PUT /assets/{assetId}/chapters</c>: null for the source's own, empty for none.</summary>
public sealed record ChaptersBody(IReadOnlyList<ChapterBody?>? Chapters)
{
    /// <summary>What is missing becomes what is refused.</summary>
    public IReadOnlyList<AssetChapter>? ToChapters() =>
        Chapters is null ? null : [.. Chapters.Select(chapter => new AssetChapter(chapter?.StartSeconds ?? double.NaN, chapter?.Title ?? ""))];

    public static ChaptersBody From(IReadOnlyList<AssetChapter>? chapters) =>
        new(chapters is null ? null : [.. chapters.Select(chapter => new ChapterBody(chapter.StartSeconds, chapter.Title))]);
}

/// <summary>A chapter; it lasts until the next.</summary>
public sealed record ChapterBody(double? StartSeconds, string? Title);

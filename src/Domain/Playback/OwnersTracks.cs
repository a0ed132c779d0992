using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Playback;

/// <summary>
/// A presentation with what its owner added or changed since it was made: text tracks and chapters. They belong to the
/// asset, not to a revision.
/// </summary>
internal static class OwnersTracks
{
    /// <summary>Only what is whole: a growing presentation changes by the second and is its owner's alone.</summary>
    public static Presentation AddTo(Presentation presentation, Asset asset) => !presentation.Complete ? presentation : presentation with
    {
        Text = Texts(presentation, asset),
        Chapters = asset.Chapters is { } chapters ? Chapters(chapters, presentation.DurationSeconds) : presentation.Chapters,
    };

    /// <summary>An uploaded track stands for the source's of its language and kind.</summary>
    private static IReadOnlyList<PresentedText> Texts(Presentation presentation, Asset asset)
    {
        if (asset.TextTracks.Count == 0)
        {
            return presentation.Text;
        }

        var texts = presentation.Text.Where(text => asset.TextTracks.All(track => track.Language != text.Language || track.Kind != text.Kind)).ToList();
        foreach (var track in asset.TextTracks)
        {
            var name = $"text-{track.Language}{(track.Kind == TextKind.Subtitles ? "" : $"-{track.Kind.ToString().ToLowerInvariant()}")}";
            texts.Add(new PresentedText(name, track.Language, Free(track.Label, texts), track.Kind, track.BlobName, track.Bytes));
        }

        return texts;
    }

    private static string Free(string label, List<PresentedText> taken)
    {
        var free = label;
        for (var count = 2; taken.Exists(text => string.Equals(text.Label, free, StringComparison.OrdinalIgnoreCase)); count++)
        {
            free = FormattableString.Invariant($"{label} {count}");
        }

        return free;
    }

    /// <summary>What starts behind the end, since a new original is shorter, is left out.</summary>
    private static IReadOnlyList<Chapter> Chapters(IReadOnlyList<Catalog.Tracks.AssetChapter> chapters, double duration)
    {
        var shown = chapters.Where(chapter => chapter.StartSeconds < duration).ToList();
        return [.. shown.Select((chapter, index) => new Chapter(chapter.StartSeconds, index + 1 < shown.Count ? shown[index + 1].StartSeconds : duration, chapter.Title))];
    }
}

using System.Globalization;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>WebVTT for every subtitle track of the source that is text, and for captions in its pictures.</summary>
internal static class TextRenditions
{
    /// <summary>Null when there are none.</summary>
    public static IReadOnlyList<TextRendition>? For(SourceInfo info)
    {
        var labels = new Labels();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = (info.Text ?? []).Select(track => Rendition(track.StreamIndex, track.Codec, track.Language, KindOf(track), track.Title)).ToList();
        if (info.Video is { HasCaptions: true } video)
            texts.Add(Rendition(video.StreamIndex, TextRendition.A53, LanguageTag.Undetermined, TextKind.Captions, null));
        return texts.Count == 0 ? null : texts;

        TextRendition Rendition(int stream, string codec, string language, TextKind kind, string? title)
        {
            var name = $"text-{language}{(kind == TextKind.Subtitles ? "" : $"-{kind.ToString().ToLowerInvariant()}")}";
            var number = counts[name] = counts.GetValueOrDefault(name) + 1;
            return new TextRendition(
                number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"),
                stream, codec, language, labels.Name(title, language, TextLabels.Aside(kind), "Subtitles"), kind);
        }
    }

    private static TextKind KindOf(TextTrack track) => track.IsForced ? TextKind.Forced : track.IsCaptions ? TextKind.Captions : TextKind.Subtitles;
}

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Probing;

/// <summary>Reads the facts of subtitle tracks and chapters.</summary>
internal static class TextChoice
{
    private const int MaxTracks = 64;
    private const int MaxTitle = 200;

    /// <summary>Codecs that ffmpeg decodes to text.</summary>
    private static readonly string[] TextCodecs =
        ["subrip", "srt", "ass", "ssa", "mov_text", "webvtt", "text", "eia_608", "stl", "sami", "subviewer", "subviewer1", "microdvd", "mpl2", "jacosub", "realtext", "vplayer", "pjs"];

    private static readonly string[] PictureCodecs = ["hdmv_pgs_subtitle", "dvd_subtitle", "dvb_subtitle", "xsub"];

    /// <summary>Null when there are none.</summary>
    public static IReadOnlyList<TextTrack>? Tracks(Scan scan)
    {
        var tracks = Subtitles(scan).Where(stream => TextCodecs.Contains(stream.Codec)).Take(MaxTracks).Select(stream => new TextTrack(stream.Index, stream.Codec, Language(stream))
        {
            Title = TrackChoice.Title(stream),
            IsForced = stream["disposition:forced"] == "1",
            IsCaptions = stream["disposition:hearing_impaired"] == "1" || stream["disposition:captions"] == "1" || stream.Codec == "eia_608",
            IsDefault = stream["disposition:default"] == "1",
        }).ToList();
        return tracks.Count == 0 ? null : tracks;
    }

    /// <summary>What is left out, told to the creator.</summary>
    public static IEnumerable<AssetFailure> Warnings(Scan scan)
    {
        foreach (var stream in Subtitles(scan).Where(stream => !TextCodecs.Contains(stream.Codec)).Take(MaxTracks))
        {
            var language = Domain.Playback.LanguageNames.Of(Language(stream)) ?? "unknown language";
            yield return PictureCodecs.Contains(stream.Codec)
                ? new AssetFailure("source.subtitles_are_pictures", $"A subtitle track ({language}, {stream.Codec}) consists of pictures, which can't be turned into text. Upload these subtitles as WebVTT or SRT.")
                : new AssetFailure("source.subtitles_left_out", $"A subtitle track ({language}, {stream.Codec}) can't be read and was left out. Upload these subtitles as WebVTT or SRT.");
        }
    }

    /// <summary>In order and within the source, however the container has them; null when there are none.</summary>
    public static IReadOnlyList<SourceChapter>? Chapters(Scan scan, double durationSeconds)
    {
        var chapters = new List<SourceChapter>();
        var inside = scan.Chapters
            .Select(chapter => chapter with { StartSeconds = Math.Max(0, chapter.StartSeconds - scan.StartTime), EndSeconds = chapter.EndSeconds - scan.StartTime })
            .Where(chapter => chapter.StartSeconds < durationSeconds).DistinctBy(chapter => chapter.StartSeconds).OrderBy(chapter => chapter.StartSeconds).ToList();
        foreach (var (chapter, index) in inside.Select((chapter, index) => (chapter, index)))
        {
            var next = index + 1 < inside.Count ? inside[index + 1].StartSeconds : durationSeconds;
            var end = double.IsFinite(chapter.EndSeconds) && chapter.EndSeconds > chapter.StartSeconds ? Math.Min(chapter.EndSeconds, next) : next;
            chapters.Add(new SourceChapter(Math.Round(chapter.StartSeconds, 3), Math.Round(end, 3), Clean(chapter.Title)));
        }

        return chapters.Count == 0 ? null : chapters;
    }

    private static string? Clean(string? title)
    {
        var kept = new string([.. (title ?? "").Where(c => !char.IsControl(c))]).Trim();
        return kept.Length == 0 ? null : kept.Length > MaxTitle ? kept[..MaxTitle] : kept;
    }

    private static IEnumerable<StreamScan> Subtitles(Scan scan) => scan.Streams.Where(stream => stream.Type == "subtitle");

    private static string Language(StreamScan stream) => Languages.ToBcp47(stream["tag:language"]);
}

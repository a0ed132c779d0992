using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Domain.Playback.Clips;

/// <summary>
/// A clip as whole segments of a published presentation, moved to begin at 0: which blobs to copy where, and the
/// presentation that they make. Pure; segments keep their sizes, since only times in them change.
/// </summary>
/// <param name="StartSeconds">Where the clip begins on the parent's timeline: at or before what was asked for.</param>
/// <param name="EndSeconds">Where it ends: at or behind it.</param>
/// <param name="Tracks">What to copy of each track.</param>
/// <param name="Texts">Text tracks, of which the cues within the clip are taken.</param>
public sealed record ClipCut(double StartSeconds, double EndSeconds, Presentation Presentation, IReadOnlyList<ClippedTrack> Tracks, IReadOnlyList<ClippedText> Texts)
{
    /// <summary>Sound is cut at the access unit nearest to the picture's boundary (half of 1,024 samples); more is another way of cutting.</summary>
    private const double MostOffSeconds = 0.05;

    public static Result<ClipCut> Of(Presentation parent, RunPaths target, double start, double end)
    {
        PresentedTrack grid = parent.Video.Count > 0 ? parent.Video[0] : parent.Audio[0];
        if (!(start >= 0 && start < end && start < EndOf(grid, grid.Segments.Count)))
        {
            return ClipErrors.RangeInvalid(parent.DurationSeconds);
        }

        var first = Math.Max(0, grid.Segments.Count(segment => (double)segment.Start / grid.Timescale <= start) - 1);
        var last = first + 1;
        while (last < grid.Segments.Count && EndOf(grid, last) < end)
        {
            last++;
        }

        var (from, to) = ((double)grid.Segments[first].Start / grid.Timescale, EndOf(grid, last));
        var isWhole = last == grid.Segments.Count;
        var tracks = parent.Video.Concat<PresentedTrack>(parent.Audio)
            .Select(track => (track, cut: Cut(track, track is PresentedVideo ? WorkItemKind.Video : WorkItemKind.Audio, target, from, isWhole ? null : to)))
            .Where(pair => pair.cut.Segments.Count > 0)
            .ToList();
        return tracks.Exists(pair => Off(pair.track, pair.cut, from) > MostOffSeconds)
            ? ClipErrors.Unaligned()
            : Present(parent, target, from, to, [.. tracks.Select(pair => pair.cut)]);
    }

    private static ClipCut Present(Presentation parent, RunPaths target, double from, double to, IReadOnlyList<ClippedTrack> tracks)
    {
        var byName = tracks.ToDictionary(track => track.Name, StringComparer.Ordinal);
        var texts = parent.Text.Select(text => new ClippedText(text.BlobName, target.Text(text.Name).Name)).ToList();
        var presentation = parent with
        {
            AssetId = target.AssetId,
            RunId = target.RunId,
            DurationSeconds = to - from,
            Video = [.. parent.Video.Where(video => byName.ContainsKey(video.Name)).Select(video => video with
            {
                Segments = byName[video.Name].Made, AverageBitrate = Average(byName[video.Name], video), PeakBitrate = Math.Max(Average(byName[video.Name], video), video.PeakBitrate),
            })],
            Audio = [.. parent.Audio.Where(audio => byName.ContainsKey(audio.Name)).Select(audio => audio with
            {
                Segments = byName[audio.Name].Made, AverageBitrate = Average(byName[audio.Name], audio), PeakBitrate = Math.Max(Average(byName[audio.Name], audio), audio.PeakBitrate),
            })],
            Text = [.. parent.Text.Zip(texts, (text, cut) => text with { BlobName = cut.Target })],
            Chapters = [.. parent.Chapters.Where(chapter => chapter.StartSeconds < to && chapter.EndSeconds > from).Select(chapter =>
                chapter with { StartSeconds = Math.Max(0, chapter.StartSeconds - from), EndSeconds = Math.Min(to, chapter.EndSeconds) - from })],
            KeyFrames = [],
            Thumbnails = [],
            Poster = null,
            Storyboard = null,
            Preview = null,
            Waveform = null,
        };
        return new ClipCut(from, to, presentation, tracks, texts);
    }

    /// <summary>Segments whose starts are nearest to the boundaries, numbered and timed from 0.</summary>
    /// <param name="to">Null takes all that follows, as the clip ends with the video.</param>
    private static ClippedTrack Cut(PresentedTrack track, WorkItemKind kind, RunPaths target, double from, double? to)
    {
        var first = Nearest(track, from);
        var last = to is { } end ? Nearest(track, end) : track.Segments.Count;
        var segments = track.Segments.Skip(first).Take(last - first).ToList();
        var init = target.Init(kind, track.Name).Name;
        return new ClippedTrack(track.Name, segments, [.. segments.Select((segment, index) => new PresentedSegment(
            target.Segment(kind, track.Name, index).Name, init, segment.Start - segments[0].Start, segment.Duration, segment.Bytes))]);
    }

    /// <summary>The segment that starts nearest to a time; one behind the last when its end is nearer.</summary>
    private static int Nearest(PresentedTrack track, double seconds) => Enumerable.Range(0, track.Segments.Count + 1)
        .MinBy(index => Math.Abs((index < track.Segments.Count ? (double)track.Segments[index].Start / track.Timescale : EndOf(track, index)) - seconds));

    private static double Off(PresentedTrack track, ClippedTrack cut, double from) => Math.Abs(((double)cut.Segments[0].Start / track.Timescale) - from);

    private static double EndOf(PresentedTrack track, int count) =>
        (double)(track.Segments[count - 1].Start + track.Segments[count - 1].Duration) / track.Timescale;

    private static long Average(ClippedTrack cut, PresentedTrack track) =>
        (long)Math.Ceiling(8.0 * track.Timescale * cut.Segments.Sum(segment => (long)segment.Bytes) / cut.Segments.Sum(segment => segment.Duration));
}

/// <summary>A track's segments as they are published, and the clip's own that are made of them, one by one.</summary>
public sealed record ClippedTrack(string Name, IReadOnlyList<PresentedSegment> Segments, IReadOnlyList<PresentedSegment> Made);

/// <summary>Blob names of a text track and of the clip's part of it.</summary>
public sealed record ClippedText(string Source, string Target);

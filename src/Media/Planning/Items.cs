using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>Groups the work into items: one job, one decode, one process each.</summary>
internal sealed class Items(SourceInfo info, PlanOptions options, FanOutChoice fanOut, bool watermarked = false)
{
    private const int HeadShortSide = 360;
    private const int HeadSegments = 2;

    /// <summary>Seconds a megapixel of the largest rung in an item: 0.1 to 0.4 ms were measured for each picture of 1080p.</summary>
    private const double BurnPerMegapixel = 0.0002;

    private readonly List<string> _why = [];

    /// <summary>Decoding what comes before a trim, where the original can't be read from the middle.</summary>
    private readonly double _lead = info.Video is { } video && !Chunks.CanSeek(info)
        ? CostModel.Decode(video, video.DurationSeconds) * info.TrimmedSeconds / Math.Max(video.DurationSeconds, 0.001) : 0;

    public IReadOnlyList<string> Why => _why;

    public IReadOnlyList<WorkItemSpec> For(
        OutputGrid? grid, IReadOnlyList<VideoRendition> video, IReadOnlyList<AudioRendition> audio, MeasureSpec? measure, double? pictures, IReadOnlyList<TextRendition>? text)
    {
        var chunks = fanOut.Chunks.Count;
        var head = grid is null ? null : Head(grid, video, audio);
        var items = new List<WorkItemSpec>();
        if (audio.Count > 0)
        {
            items.Add(new WorkItemSpec(
                "audio", WorkItemKind.Audio, head is null ? WorkPriority.High : WorkPriority.Normal, 0, chunks, [.. audio.Select(rendition => rendition.Name)],
                Math.Round(CostModel.Audio(info.DurationSeconds, audio), 1)));
        }

        if (grid is not null)
            items.AddRange(fanOut.Chunks.SelectMany(chunk => Video(grid, chunk)));
        if (pictures is { } cost)
            items.Add(new WorkItemSpec("pictures", WorkItemKind.Pictures, grid is not null && IsShort(grid) ? WorkPriority.High : WorkPriority.Normal, 0, chunks, [], cost));
        if (text is not null)
            items.Add(new WorkItemSpec("text", WorkItemKind.Text, WorkPriority.Normal, 0, chunks, [.. text.Select(track => track.Name)], CostModel.Text(info, text) + Math.Round(_lead, 1)));
        IEnumerable<WorkItemSpec> ordered = fanOut.LongestFirst ? Schedule.LongestFirst(items, item => item.ExpectedCpuSeconds) : items;
        return [.. head is null ? [] : new[] { head }, .. grid is null || measure is null ? [] : Measure(grid, video, measure), .. ordered];
    }

    private double Burn(VideoRendition largest, long frames) => watermarked ? BurnPerMegapixel * largest.Width * largest.Height / 1e6 * frames : 0;

    /// <summary>Hardly longer than a head start: all of the video is as quick, and goes first as one would.</summary>
    private bool IsShort(OutputGrid grid) => options.HeadStart && grid.TotalFrames <= (long)grid.SegmentFrames * HeadSegments;

    private WorkItemSpec? Head(OutputGrid grid, IReadOnlyList<VideoRendition> video, IReadOnlyList<AudioRendition> audio)
    {
        var frames = (long)grid.SegmentFrames * HeadSegments;
        if (!options.HeadStart || IsShort(grid))
        {
            _why.Add(options.HeadStart ? "No head start: the whole video is hardly longer than one, and goes first instead." : "No head start: it is switched off.");
            return null;
        }

        var playable = video.Where(rendition => rendition.Codec == "h264").ToList();
        var rung = playable.FirstOrDefault(rendition => Math.Min(rendition.Width, rendition.Height) <= HeadShortSide) ?? playable[^1];
        var sound = AudioRendition.First(audio);
        _why.Add(FormattableString.Invariant($"Head start: the first {HeadSegments} segments of {rung.Name} and of the sound, so that playback starts within seconds."));
        return new WorkItemSpec(
            "head", WorkItemKind.HeadStart, WorkPriority.High, 0, 1, [rung.Name, .. sound.Select(rendition => rendition.Name)],
            _lead + Burn(rung, frames) + CostModel.Decode(info.Video!, HeadSegments * grid.SegmentSeconds) + CostModel.Encode(rung, frames) + CostModel.Audio(HeadSegments * grid.SegmentSeconds, sound), frames);
    }

    /// <summary>H.264's rungs only: other codecs follow them. As many items as can run at once, because the ladder waits for the last of them.</summary>
    private IEnumerable<WorkItemSpec> Measure(OutputGrid grid, IReadOnlyList<VideoRendition> video, MeasureSpec measure)
    {
        var rungs = video.Where(rung => rung.Codec == "h264").ToList();
        _why.Add(FormattableString.Invariant($"The title is measured first: {measure.Spans.Count} spans of {measure.Spans[0].FrameCount} frames at CRF {string.Join(", ", measure.Crfs)}; each rung then gets the quality it needs."));
        var items = Math.Min(options.Workers, measure.Spans.Count);
        return Enumerable.Range(0, items).Select(index =>
        {
            var (from, to) = (index * measure.Spans.Count / items, (index + 1) * measure.Spans.Count / items);
            var frames = measure.Spans.Skip(from).Take(to - from).Sum(span => (long)span.FrameCount);
            var cost = CostModel.JobStart + ((to - from) * CostModel.Decode(info.Video!, measure.Spans[from].FrameCount / grid.FrameRate.Value, seeks: true))
                + (measure.Crfs.Count * rungs.Sum(rung => CostModel.Encode(rung, frames)));
            return new WorkItemSpec(
                items == 1 ? "measure" : FormattableString.Invariant($"measure-{index}"), WorkItemKind.Measure, WorkPriority.Normal, from, to - from, [.. rungs.Select(rung => rung.Name)], Math.Round(cost, 1));
        });
    }

    /// <summary><c>video-c0</c>; of several groups each has its largest rung's name added.</summary>
    private IEnumerable<WorkItemSpec> Video(OutputGrid grid, Chunk chunk)
    {
        var frames = Chunks.FramesOf(chunk, grid);
        foreach (var group in fanOut.Groups)
        {
            yield return new WorkItemSpec(
                fanOut.Groups.Count == 1 ? $"video-c{chunk.Index}" : $"video-c{chunk.Index}-{group[0].Name}",
                WorkItemKind.Video,
                IsShort(grid) ? WorkPriority.High : WorkPriority.Normal,
                chunk.Index,
                1,
                [.. group.Select(rung => rung.Name)],
                Math.Round(_lead + Burn(group[0], frames) + CostModel.Video(info.Video!, group, frames / grid.FrameRate.Value, frames, chunk.StartFrame > 0), 1));
        }
    }
}

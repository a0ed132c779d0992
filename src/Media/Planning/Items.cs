using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>Groups the work into items: one job, one decode, one process each.</summary>
internal sealed class Items(SourceInfo info, PlanOptions options)
{
    /// <summary>A rung of this size fills a job by itself.</summary>
    private const int HeavyShortSide = 2160;

    private const int HeadShortSide = 360;
    private const int HeadSegments = 2;

    private readonly List<string> _why = [];

    public IReadOnlyList<string> Why => _why;

    public IReadOnlyList<WorkItemSpec> For(
        OutputGrid? grid, IReadOnlyList<VideoRendition> video, IReadOnlyList<AudioRendition> audio, IReadOnlyList<Chunk> chunks, MeasureSpec? measure, bool pictures, IReadOnlyList<TextRendition>? text)
    {
        var items = new List<WorkItemSpec>();
        var head = grid is null ? null : Head(grid, video, audio);
        if (head is not null)
            items.Add(head);
        if (grid is not null && measure is not null)
            items.Add(Measure(grid, video, measure));
        if (audio.Count > 0)
        {
            items.Add(new WorkItemSpec(
                "audio", WorkItemKind.Audio, head is null ? WorkPriority.High : WorkPriority.Normal, 0, chunks.Count, [.. audio.Select(rendition => rendition.Name)],
                CostModel.Audio(info.DurationSeconds, audio)));
        }

        if (grid is not null)
            items.AddRange(Video(grid, video, chunks));
        if (pictures)
            items.Add(new WorkItemSpec("pictures", WorkItemKind.Pictures, grid is not null && IsShort(grid) ? WorkPriority.High : WorkPriority.Normal, 0, chunks.Count, [], 5));
        if (text is not null)
        {
            // Captions in pictures take decoding the pictures; text itself is next to nothing.
            var cost = 2 + (text.Any(track => track.IsInPictures) ? CostModel.Decode(info.Video!, info.DurationSeconds) : 0);
            items.Add(new WorkItemSpec("text", WorkItemKind.Text, WorkPriority.Normal, 0, chunks.Count, [.. text.Select(track => track.Name)], Math.Round(cost, 1)));
        }

        return items;
    }

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
            CostModel.Decode(info.Video!, HeadSegments * grid.SegmentSeconds) + CostModel.Encode(rung, frames) + CostModel.Audio(HeadSegments * grid.SegmentSeconds, sound), frames);
    }

    /// <summary>H.264's rungs only: other codecs follow them.</summary>
    private WorkItemSpec Measure(OutputGrid grid, IReadOnlyList<VideoRendition> video, MeasureSpec measure)
    {
        var rungs = video.Where(rung => rung.Codec == "h264").ToList();
        var frames = measure.Spans.Sum(span => (long)span.FrameCount);
        var cost = measure.Crfs.Count * (CostModel.Decode(info.Video!, frames / grid.FrameRate.Value) + rungs.Sum(rung => CostModel.Encode(rung, frames)));
        _why.Add(FormattableString.Invariant($"The title is measured first: {measure.Spans.Count} spans of {measure.Spans[0].FrameCount} frames at CRF {string.Join(", ", measure.Crfs)}; each rung then gets the quality it needs."));
        return new WorkItemSpec("measure", WorkItemKind.Measure, WorkPriority.Normal, 0, 1, [.. rungs.Select(rung => rung.Name)], Math.Round(cost, 1));
    }

    private IEnumerable<WorkItemSpec> Video(OutputGrid grid, IReadOnlyList<VideoRendition> video, IReadOnlyList<Chunk> chunks)
    {
        var perRung = video.Count > 1 && options.Workers > 2 * chunks.Count;
        var heavy = video.Where(rung => Math.Min(rung.Width, rung.Height) >= HeavyShortSide).ToList();
        _why.Add(perRung
            ? FormattableString.Invariant($"Items are (chunk × rung): {options.Workers} workers are more than twice the {chunks.Count} chunks, so time counts more than decoding again.")
            : "Items are (chunk, all rungs): the source is decoded once a chunk, 4 % more processor time than one process for everything.");
        if (!perRung && heavy.Count > 0 && heavy.Count < video.Count)
            _why.Add("2160p is an item of its own: with the other rungs it would not fit one job.");

        foreach (var chunk in chunks)
        {
            if (perRung)
            {
                foreach (var rung in video)
                    yield return Item(grid, chunk, [rung], $"video-c{chunk.Index}-{rung.Name}");
                continue;
            }

            var together = heavy.Count < video.Count ? [.. video.Except(heavy)] : video;
            yield return Item(grid, chunk, together, $"video-c{chunk.Index}");
            foreach (var rung in heavy.Where(rung => !together.Contains(rung)))
                yield return Item(grid, chunk, [rung], $"video-c{chunk.Index}-{rung.Name}");
        }
    }

    private WorkItemSpec Item(OutputGrid grid, Chunk chunk, IReadOnlyList<VideoRendition> rungs, string id)
    {
        var frames = Chunks.FramesOf(chunk, grid);
        var cost = CostModel.Decode(info.Video!, frames / grid.FrameRate.Value) + rungs.Sum(rung => CostModel.Encode(rung, frames));
        return new WorkItemSpec(id, WorkItemKind.Video, IsShort(grid) ? WorkPriority.High : WorkPriority.Normal, chunk.Index, 1, [.. rungs.Select(rung => rung.Name)], Math.Round(cost, 1));
    }
}

using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>
/// Chooses how long chunks are and which rungs share a job: the way that ends soonest on the workers there are, by
/// simulation with the cost model, among those that cost little more than doing all in one go.
/// </summary>
internal sealed class FanOut(SourceInfo info, PlanOptions options)
{
    /// <summary>With fewer items than this part of the workers, they are idle: then time counts more than processor time.</summary>
    private const double IdlePart = 0.5;

    /// <summary>The most that idle workers may cost, and what of the time it must save at least.</summary>
    private const double IdleOverhead = 2;

    private const double IdleGain = 0.25;

    /// <summary>Differences in time below this aren't worth processor time.</summary>
    private const double Indifference = 0.02;

    /// <summary>What another order must save to be worth it: a growing playlist shows the timeline from its beginning.</summary>
    private const double OrderGain = 0.05;

    /// <summary>Beyond so many items a worker, finer ones gain nothing.</summary>
    private const int MaxRounds = 6;

    public FanOutChoice Choose(OutputGrid grid, IReadOnlyList<VideoRendition> rungs, IReadOnlyList<AudioRendition> audio)
    {
        var sound = audio.Count > 0 ? [Audio(audio)] : Array.Empty<double>();
        var ways = Ways(grid, rungs, sound).ToList();
        var coarsest = ways[0];
        var frugal = Quickest(ways.Where(way => way == coarsest || way.CpuSeconds <= options.MaxOverhead * coarsest.LeastSeconds));
        var chosen = frugal;
        if (frugal.Items < IdlePart * options.Workers
            && Quickest(ways.Where(way => way == coarsest || way.CpuSeconds <= IdleOverhead * way.LeastSeconds)) is var quick && quick.Makespan < (1 - IdleGain) * frugal.Makespan)
        {
            chosen = quick;
        }

        return new FanOutChoice(Chunks.Cut(grid, chosen.Chunks), chosen.Grouping.Groups, chosen.LongestFirst, [.. Why(grid, chosen, frugal)]);
    }

    private double Audio(IReadOnlyList<AudioRendition> renditions) => CostModel.WallSeconds(CostModel.Audio(info.DurationSeconds, renditions), 0.05 * info.Bytes);

    private IEnumerable<Way> Ways(OutputGrid grid, IReadOnlyList<VideoRendition> rungs, double[] sound)
    {
        var counts = Chunks.Counts(grid, info, options);
        var groupings = RungGroups.Of(rungs);
        var least = groupings[0].Groups.Sum(group => CostModel.Video(info.Video!, group, info.DurationSeconds, grid.TotalFrames, seeks: false));
        foreach (var grouping in groupings)
        {
            foreach (var count in counts)
            {
                if (count > counts[0] && count * grouping.Groups.Count > (long)MaxRounds * options.Workers)
                    continue;
                var cpu = Costs(grid, Chunks.Cut(grid, count), grouping).ToList();
                var bytes = (double)info.Bytes / count;
                List<double> seconds = [.. sound, .. cpu.Select(item => CostModel.WallSeconds(item, bytes))];
                var (inOrder, longestFirst) = (Schedule.Makespan(seconds, options.Workers), Schedule.Makespan(Schedule.LongestFirst(seconds, item => item), options.Workers));
                var reorder = longestFirst < (1 - OrderGain) * inOrder;
                yield return new Way(count, grouping, cpu.Count, cpu.Sum(), least, reorder ? longestFirst : inOrder, reorder);
            }
        }
    }

    /// <summary>Chunks have few lengths: each is priced once.</summary>
    private IEnumerable<double> Costs(OutputGrid grid, IReadOnlyList<Chunk> chunks, RungGrouping grouping)
    {
        var known = new Dictionary<(long Frames, bool Seeks), double[]>();
        foreach (var chunk in chunks)
        {
            var key = (Chunks.FramesOf(chunk, grid), chunk.StartFrame > 0);
            if (!known.TryGetValue(key, out var costs))
                known[key] = costs = [.. grouping.Groups.Select(group => CostModel.Video(info.Video!, group, key.Item1 / grid.FrameRate.Value, key.Item1, key.Item2))];
            foreach (var cost in costs)
                yield return cost;
        }
    }

    private static Way Quickest(IEnumerable<Way> ways)
    {
        var all = ways.ToList();
        var best = all.Min(way => way.Makespan);
        return all.Where(way => way.Makespan <= (1 + Indifference) * best).MinBy(way => way.CpuSeconds)!;
    }

    private IEnumerable<string> Why(OutputGrid grid, Way way, Way frugal)
    {
        var first = Chunks.FramesOf(Chunks.Cut(grid, way.Chunks)[0], grid) / grid.FrameRate.Value;
        if (way.Chunks > 1)
            yield return FormattableString.Invariant($"{way.Chunks} chunks of {first:0.#} s, at most {options.ChunkSeconds:0} s each: on {options.Workers} workers this ends soonest, {way.Makespan:0} s after it begins by the cost model.");
        else if (!Chunks.CanSeek(info))
            yield return info.Video is { Telecined: true } ? "One chunk: the rhythm of telecined film is counted from its start." : $"One chunk: {info.Container} has no index to start in the middle by.";
        else
            yield return "One chunk: too short to gain by more.";

        var overhead = FormattableString.Invariant($"{way.Overhead:0.00} times the processor time of doing all of it in one go");
        yield return way.CpuSeconds > options.MaxOverhead * way.LeastSeconds && way != frugal
            ? FormattableString.Invariant($"Items are (chunk × {way.Grouping.Name}): {options.Workers} workers would mostly be idle with {frugal.Items} items, so time counts more than decoding again; {overhead}, {frugal.Makespan - way.Makespan:0} s sooner.")
            : way.Grouping.Groups.Count == 1
                ? $"Items are (chunk, all rungs): the source is decoded once a chunk; {overhead}."
                : $"Items are (chunk × {way.Grouping.Name}): {overhead}.";
        if (way.LongestFirst)
            yield return "Items are queued longest first, which ends sooner than in the order they are shown.";
    }

    /// <summary>A candidate, with what it would take.</summary>
    private sealed record Way(long Chunks, RungGrouping Grouping, int Items, double CpuSeconds, double LeastSeconds, double Makespan, bool LongestFirst)
    {
        public double Overhead => CpuSeconds / LeastSeconds;
    }
}

/// <summary>How the video is divided: an item is one of <paramref name="Chunks"/> in one of <paramref name="Groups"/>.</summary>
/// <param name="LongestFirst">Queue by length; else as the timeline goes, in which order a growing playlist shows it.</param>
internal sealed record FanOutChoice(IReadOnlyList<Chunk> Chunks, IReadOnlyList<IReadOnlyList<VideoRendition>> Groups, bool LongestFirst, IReadOnlyList<string> Why)
{
    /// <summary>Of sound alone.</summary>
    public static FanOutChoice None { get; } = new([new Chunk(0, 0, null)], [], false, ["Audio only: one item encodes it all."]);
}

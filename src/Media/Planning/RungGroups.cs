using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>Ways to divide the ladder into groups, each decoded and encoded by one job.</summary>
internal static class RungGroups
{
    /// <summary>A rung of this size fills a job by itself.</summary>
    private const int HeavyShortSide = 2160;

    /// <summary>From the cheapest, which decodes least often, to the finest.</summary>
    public static IReadOnlyList<RungGrouping> Of(IReadOnlyList<VideoRendition> rungs)
    {
        var together = Together(rungs);
        IReadOnlyList<RungGrouping> ways =
        [
            new("all rungs", together),
            new("rung groups", [.. together.SelectMany(Halves)]),
            new("rung", [.. rungs.Select(rung => (IReadOnlyList<VideoRendition>)[rung])]),
        ];
        return [.. ways.DistinctBy(way => way.Groups.Count)];
    }

    /// <summary>A group a codec and dynamic range; what would not fit one job beside the others is a group of its own.</summary>
    private static List<IReadOnlyList<VideoRendition>> Together(IReadOnlyList<VideoRendition> rungs)
    {
        var groups = rungs.Where(rung => !IsHeavy(rung)).GroupBy(rung => (rung.Codec, rung.Range)).Select(IReadOnlyList<VideoRendition> (group) => [.. group]).ToList();
        groups.AddRange(rungs.Where(IsHeavy).Select(IReadOnlyList<VideoRendition> (rung) => [rung]));
        return groups;
    }

    private static bool IsHeavy(VideoRendition rung) => Math.Min(rung.Width, rung.Height) >= HeavyShortSide || (rung.Codec == "av1" && Math.Min(rung.Width, rung.Height) >= HeavyShortSide / 2);

    /// <summary>The largest rungs and the rest, about equally costly.</summary>
    private static IEnumerable<IReadOnlyList<VideoRendition>> Halves(IReadOnlyList<VideoRendition> rungs)
    {
        var total = rungs.Sum(rung => CostModel.Encode(rung, 1));
        var taken = 0.0;
        var large = rungs.TakeWhile(rung => (taken += CostModel.Encode(rung, 1)) - (CostModel.Encode(rung, 1) / 2) <= total / 2).ToList();
        return large.Count == 0 || large.Count == rungs.Count ? [rungs] : [large, [.. rungs.Skip(large.Count)]];
    }
}

/// <summary>A way to divide the ladder, named for people: an item is a chunk of one of <paramref name="Groups"/>.</summary>
internal sealed record RungGrouping(string Name, IReadOnlyList<IReadOnlyList<VideoRendition>> Groups);

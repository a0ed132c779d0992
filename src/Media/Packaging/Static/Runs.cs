using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Static;

/// <summary>Tables of runs of equal values.</summary>
internal static class Runs
{
    public static void Extend(this List<TimeToSampleEntry> runs, uint duration)
    {
        if (runs is [.., var last] && last.Duration == duration) runs[^1] = last with { Count = last.Count + 1 };
        else runs.Add(new TimeToSampleEntry(1, duration));
    }

    public static void Extend(this List<CompositionOffsetEntry> runs, int offset)
    {
        if (runs is [.., var last] && last.Offset == offset) runs[^1] = last with { Count = last.Count + 1 };
        else runs.Add(new CompositionOffsetEntry(1, offset));
    }
}

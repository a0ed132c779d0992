namespace StreamPlatform.Media.Sources;

/// <summary>Sets of bytes as sorted ranges that neither touch nor overlap.</summary>
internal static class ByteRanges
{
    /// <summary>The union; gaps of up to <paramref name="gap"/> bytes are closed, where asking once more would cost more than the bytes.</summary>
    public static List<ByteRange> Merge(IEnumerable<ByteRange> ranges, long gap = 0)
    {
        var merged = new List<ByteRange>();
        foreach (var range in ranges.Where(range => range.Length > 0).OrderBy(range => range.Start))
        {
            if (merged is [.., var last] && range.Start - last.End <= gap)
                merged[^1] = last with { End = Math.Max(last.End, range.End) };
            else
                merged.Add(range);
        }

        return merged;
    }

    /// <summary>What of <paramref name="wanted"/> is not in <paramref name="held"/>; both merged.</summary>
    public static List<ByteRange> Except(IReadOnlyList<ByteRange> wanted, IReadOnlyList<ByteRange> held)
    {
        var missing = new List<ByteRange>();
        var next = 0;
        foreach (var range in wanted)
        {
            var start = range.Start;
            while (next < held.Count && held[next].End <= start)
                next++;
            for (var i = next; i < held.Count && held[i].Start < range.End; i++)
            {
                if (held[i].Start > start)
                    missing.Add(new ByteRange(start, held[i].Start));
                start = Math.Max(start, held[i].End);
            }

            if (start < range.End)
                missing.Add(new ByteRange(start, range.End));
        }

        return missing;
    }

    /// <summary>Cuts ranges into pieces of at most <paramref name="size"/> bytes.</summary>
    public static IEnumerable<ByteRange> Pieces(IEnumerable<ByteRange> ranges, int size)
    {
        foreach (var range in ranges)
        {
            for (var start = range.Start; start < range.End; start += size)
                yield return new ByteRange(start, Math.Min(range.End, start + size));
        }
    }
}

using System.Collections.Immutable;

namespace StreamPlatform.Media.Live;

/// <summary>What there is of a track at one moment; another one with each part.</summary>
/// <param name="Segments">Without a gap in their numbers; only the last may be incomplete.</param>
/// <param name="HasEnded">Nothing more comes.</param>
public sealed record LiveWindow(ImmutableArray<LiveSegment> Segments, bool HasEnded)
{
    /// <summary>Before the first part.</summary>
    public static LiveWindow Empty { get; } = new([], false);

    /// <summary>Of the segment that the next part belongs to, and that part's index in it.</summary>
    public (long Segment, int Part) Next => Segments is not [.., var last] ? (0, 0)
        : last.IsComplete ? (last.Number + 1, 0)
        : (last.Number, last.Parts.Length);

    /// <summary>The segments of the playlist: the newest complete ones, and the one that is still growing.</summary>
    public IEnumerable<LiveSegment> Listed => Segments.Skip(Segments.Count(segment => segment.IsComplete) - LiveLimits.ListedSegments);

    public LiveSegment? Find(long segment) =>
        Segments is [var first, ..] && segment >= first.Number && segment - first.Number < Segments.Length ? Segments[(int)(segment - first.Number)] : null;

    public LivePart? Find(long segment, int part) =>
        Find(segment) is { } found && part >= 0 && part < found.Parts.Length ? found.Parts[part] : null;

    /// <summary>
    /// True once a playlist holds what a blocking reload asks for (RFC 8216bis, 6.2.5.2): all of a segment, or a part of it. A
    /// part that a complete segment doesn't have is the first of the next one.
    /// </summary>
    public bool Holds(long segment, int? part)
    {
        if (HasEnded || Next.Segment > segment + 1)
            return true;
        if (Find(segment) is not { } found)
            return false;
        return part is not { } index ? found.IsComplete : index < found.Parts.Length || (found.IsComplete && Next.Segment == segment + 1 && Next.Part > 0);
    }

    internal LiveWindow Add(long segment, long start, LivePart part, bool completes)
    {
        var grown = Segments is [.., { IsComplete: false } last]
            ? Segments.SetItem(Segments.Length - 1, last with { Parts = last.Parts.Add(part), IsComplete = completes })
            : Segments.Add(new LiveSegment(segment, start, [part], completes));
        return this with { Segments = grown.Length > LiveLimits.KeptSegments ? grown.RemoveAt(0) : grown };
    }

    internal LiveWindow End() => new(
        Segments is [.., { IsComplete: false } last] ? Segments.SetItem(Segments.Length - 1, last with { IsComplete = true }) : Segments, true);
}

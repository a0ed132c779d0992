using System.Collections.Immutable;

namespace StreamPlatform.Media.Live;

/// <summary>A segment as far as it has come: its bytes are those of its parts, one after the other.</summary>
/// <param name="Number">Media Sequence Number; the same time has the same number in every track.</param>
/// <param name="Start">Ticks of its track.</param>
/// <param name="IsComplete">Nothing more comes.</param>
public sealed record LiveSegment(long Number, long Start, ImmutableArray<LivePart> Parts, bool IsComplete)
{
    /// <summary>Of its parts so far, ticks of its track.</summary>
    public long Duration => Parts.Sum(part => part.Duration);

    public long Bytes => Parts.Sum(part => (long)part.Bytes.Length);
}

using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Joining;

/// <summary>Bit rates of a track as HLS defines them (RFC 8216bis, 4.4.6.2): bits a second.</summary>
internal readonly record struct Bandwidth(long Average, long Peak)
{
    /// <summary>
    /// The peak is the largest rate over any run of segments that lasts between half and one and a half target durations;
    /// so a last segment of three frames does not count alone.
    /// </summary>
    public static Bandwidth Of(IReadOnlyList<SegmentFacts> segments, int timescale, double targetSeconds)
    {
        var (bytes, ticks) = (segments.Sum(s => (long)s.Bytes), segments.Sum(s => s.Duration));
        var average = Rate(bytes, ticks);
        var peak = average;
        for (var first = 0; first < segments.Count; first++)
        {
            (bytes, ticks) = (0, 0);
            for (var last = first; last < segments.Count; last++)
            {
                bytes += segments[last].Bytes;
                ticks += segments[last].Duration;
                var seconds = (double)ticks / timescale;
                if (seconds > 1.5 * targetSeconds) break;
                if (seconds >= 0.5 * targetSeconds) peak = Math.Max(peak, Rate(bytes, ticks));
            }
        }

        return new Bandwidth(average, peak);

        long Rate(long size, long duration) => duration == 0 ? 0 : (long)Math.Ceiling(size * 8.0 * timescale / duration);
    }
}

using System.Text;

namespace StreamPlatform.Domain.Playback;

/// <summary>
/// Until when the signature of a folder is handed out. All who ask within a bucket get the same URLs, so that caches stay
/// hot. Buckets of different folders end at different moments, so that not all of a catalogue leaves the caches at once.
/// How long they are, docs/scale.md reasons: with an hour, caches have to fetch every title again each hour.
/// </summary>
public static class SignatureBuckets
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    /// <summary>The least time a URL stays good: a long video can be watched to its end with the URLs it began with.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromHours(12);

    /// <summary>The end of the bucket that the moment is in; always later than the moment.</summary>
    public static DateTimeOffset EndFor(string folder, DateTimeOffset now)
    {
        var begun = (now.UtcTicks + Offset(folder)) % Length.Ticks;
        return new(now.UtcTicks - begun + Length.Ticks, TimeSpan.Zero);
    }

    /// <summary>Whole seconds below a bucket's length, by a hash (FNV-1a) that every runtime and release reckons alike.</summary>
    private static long Offset(string folder)
    {
        var hash = 2_166_136_261u;
        foreach (var value in Encoding.UTF8.GetBytes(folder))
            hash = unchecked((hash ^ value) * 16_777_619u);
        return hash % (long)Length.TotalSeconds * TimeSpan.TicksPerSecond;
    }
}

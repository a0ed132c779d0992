namespace StreamPlatform.Bench.Scale.Cache;

/// <summary>Which viewers' URLs of the same segment are the same.</summary>
internal abstract record SignatureScheme(string Name)
{
    /// <summary>What tells this viewer's URLs from others': part of the cache's key, as a query string is.</summary>
    /// <param name="video">Whose folder is signed.</param>
    /// <param name="session">The viewer's.</param>
    /// <param name="second">When the viewer got the playlist; its URLs stay the same until the view ends.</param>
    public abstract ulong Of(int video, long session, double second);

    public sealed record Unsigned() : SignatureScheme("unsigned")
    {
        public override ulong Of(int video, long session, double second) => 0;
    }

    public sealed record PerViewer() : SignatureScheme("per viewer")
    {
        public override ulong Of(int video, long session, double second) => (ulong)session + 1;
    }

    /// <param name="Length">Of a bucket.</param>
    /// <param name="Jittered">Each folder's buckets begin at a moment of its own.</param>
    public sealed record Bucketed(TimeSpan Length, bool Jittered) : SignatureScheme(
        (Length.TotalHours >= 1 ? $"{Length.TotalHours:0} h" : $"{Length.TotalMinutes:0} min") + (Jittered ? ", spread by folder" : ""))
    {
        public override ulong Of(int video, long session, double second) =>
            1 + (ulong)((second + (Jittered ? Spread.Of(video) * Length.TotalSeconds : 0)) / Length.TotalSeconds);
    }
}

using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>What should be counted of a day: all that honest players' viewers watched, and of viewers that watch the same again and again as much as the rule lets them.</summary>
/// <param name="viewsPerHour">How many views of one video by one viewer that begin in one hour count.</param>
internal sealed class DayTruth(int viewsPerHour)
{
    private const int HourMs = 3_600_000;

    private readonly Dictionary<(ulong Viewer, string Asset, long Hour), int> _views = [];

    public Dictionary<string, VideoTruth> Videos { get; } = new(StringComparer.Ordinal);

    /// <summary>Of all videos together.</summary>
    public VideoTruth Whole { get; } = new();

    /// <summary>Sessions come in the order in which they began.</summary>
    public void Add(SimulatedSession session)
    {
        if (session.Sort is not (PlayerSort.Honest or PlayerSort.Hammerer))
            return;
        if (session.IsView)
        {
            var key = (session.Viewer.Id, session.Video.AssetId, session.StartMs / HourMs);
            var before = _views.GetValueOrDefault(key);
            _views[key] = before + 1;
            if (before >= viewsPerHour)
            {
                Whole.TooOften++;
                return;
            }
        }

        if (!Videos.TryGetValue(session.Video.AssetId, out var video))
            Videos.Add(session.Video.AssetId, video = new VideoTruth());
        video.Add(session);
        Whole.Add(session);
    }
}

/// <summary>What should be counted of a video.</summary>
internal sealed class VideoTruth
{
    public long Views { get; private set; }
    public long WatchedMs { get; private set; }
    public long StalledMs { get; private set; }
    public long Plays { get; private set; }
    public long TooOften { get; set; }
    public HashSet<ulong> Viewers { get; } = [];
    public List<int> Startups { get; } = [];
    public long[] Retention { get; } = new long[WatchedParts.Count];

    public void Add(SimulatedSession session)
    {
        WatchedMs += session.Truth.WatchedMs;
        StalledMs += session.Truth.StalledMs;
        if (session.StartupMs is { } startup)
        {
            Plays++;
            Startups.Add(startup);
        }

        for (var part = 0; part < WatchedParts.Count; part++)
            Retention[part] += session.Truth.Watched[part] ? 1 : 0;
        if (session.IsView)
        {
            Views++;
            Viewers.Add(session.Viewer.Id);
        }
    }
}

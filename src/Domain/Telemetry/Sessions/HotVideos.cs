using System.Collections.Concurrent;

namespace StreamPlatform.Domain.Telemetry.Sessions;

/// <summary>
/// Spreads the sessions of a video that very many begin to watch at once over several parts of its aggregates, so that no part
/// is written more often than a store's partition bears. What counts is what begins in this process: others decide for theirs.
/// </summary>
public sealed class HotVideos(TimeProvider clock)
{
    /// <summary>How many sessions of one video may begin within a minute before the next are spread.</summary>
    public const int SessionsPerMinute = 1000;

    /// <summary>Over how many parts a hot video's sessions are spread: 1 to this.</summary>
    public const int Buckets = 16;

    /// <summary>What is counted at once; beyond it the counts of the minute begin anew.</summary>
    private const int MaxVideos = 100_000;

    private readonly ConcurrentDictionary<string, int> _begun = new(StringComparer.Ordinal);
    private long _minute;

    /// <summary>The bucket for a session that begins now.</summary>
    public int BucketOf(string assetId, string sessionId)
    {
        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (Interlocked.Exchange(ref _minute, minute) != minute || _begun.Count > MaxVideos)
        {
            _begun.Clear();
        }

        return _begun.AddOrUpdate(assetId, 1, static (_, begun) => begun + 1) <= SessionsPerMinute ? 0 : 1 + Spread(sessionId);
    }

    private static int Spread(string sessionId)
    {
        var hash = 2166136261u;
        foreach (var letter in sessionId)
            hash = (hash ^ letter) * 16777619u;
        return (int)(hash % Buckets);
    }
}

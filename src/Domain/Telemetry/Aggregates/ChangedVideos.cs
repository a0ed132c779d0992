using System.Globalization;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>
/// In which hours something was counted of which videos: what looks at videos now and then looks at those that changed alone. The hour is that of
/// counting, not of watching. Spread over <see cref="Parts"/> parts, so that none is written too often.
/// </summary>
public sealed class ChangedVideos(IAggregateShards shards, TimeProvider clock)
{
    public const int Parts = 64;

    /// <summary>How long it is known of an hour.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    /// <summary>What is remembered at once not to note it again; beyond it some is noted twice.</summary>
    private const int MaxNoted = 1_000_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);
    private long _hour;

    /// <summary>Videos of which something was counted in the hour of <paramref name="at"/>, of one part.</summary>
    /// <param name="part">Below <see cref="Parts"/>.</param>
    public async Task<IReadOnlyList<string>> ListAsync(int part, DateTimeOffset at, CancellationToken ct)
    {
        var hour = HourOf(at);
        var marks = await shards.ListAsync(ShardOf(part), IdOf(hour, ""), IdOf(hour + 1, ""), ct);
        return [.. marks.Select(mark => mark.Id[IdOf(hour, "").Length..])];
    }

    /// <summary>Notes that something was counted of these videos now. Done once it is durable.</summary>
    public async Task NoteAsync(IEnumerable<string> assetIds, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hour = HourOf(now);
        var lacking = Lacking(assetIds, hour);
        if (lacking.Count == 0)
            return;
        await shards.MarkAsync([.. lacking.Select(id => new ShardMark(ShardOf(PartOf(id)), IdOf(hour, id), TimeOf(hour) + Kept))], ct);
        lock (_gate)
        {
            if (hour == _hour)
                _noted.UnionWith(lacking);
        }
    }

    /// <summary>Told of only once they are stored, so whoever fails before that notes them again.</summary>
    private HashSet<string> Lacking(IEnumerable<string> assetIds, long hour)
    {
        var lacking = new HashSet<string>(StringComparer.Ordinal);
        lock (_gate)
        {
            if (hour != _hour || _noted.Count > MaxNoted)
                _noted.Clear();
            _hour = hour;
            foreach (var id in assetIds)
            {
                if (!_noted.Contains(id))
                    lacking.Add(id);
            }
        }

        return lacking;
    }

    private static long HourOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 3600;

    private static DateTimeOffset TimeOf(long hour) => DateTimeOffset.FromUnixTimeSeconds(hour * 3600);

    private static string ShardOf(int part) => string.Create(CultureInfo.InvariantCulture, $"changed#{part}");

    private static string IdOf(long hour, string assetId) => string.Create(CultureInfo.InvariantCulture, $"c|{TimeOf(hour):yyyyMMddHH}|{assetId}");

    private static int PartOf(string assetId)
    {
        var hash = 2166136261u;
        foreach (var letter in assetId)
            hash = (hash ^ letter) * 16777619u;
        return (int)(hash % Parts);
    }
}

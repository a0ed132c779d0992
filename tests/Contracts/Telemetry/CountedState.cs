using System.Globalization;
using System.Text;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Folding;

namespace StreamPlatform.Tests.Contracts.Telemetry;

/// <summary>All that a store says of what was counted, as a text to compare.</summary>
internal static class CountedState
{
    private static readonly AggregateSubject[] Subjects =
    [
        AggregateSubject.Video("asset_0"), AggregateSubject.Video("asset_1"), AggregateSubject.Channel("channel_1"), AggregateSubject.Channel("user_1"), AggregateSubject.Platform,
    ];

    /// <summary>Of what <see cref="GeneratedSessions"/> told.</summary>
    public static Task<string> OfAsync(IAggregateShards shards) =>
        OfAsync(shards, Subjects, ["asset_0", "asset_1"], GeneratedSessions.Begin.AddDays(-1), GeneratedSessions.Begin.AddDays(3));

    /// <summary>The same of other subjects, of the sessions of other videos, and of another time.</summary>
    public static async Task<string> OfAsync(IAggregateShards shards, IEnumerable<AggregateSubject> subjects, IEnumerable<string> assets, DateTimeOffset from, DateTimeOffset to)
    {
        var (aggregates, text, sessions) = (new Aggregates(shards), new StringBuilder(), new List<SessionState>());
        foreach (var subject in subjects)
        {
            foreach (var grain in Enum.GetValues<Grain>())
            {
                foreach (var window in await aggregates.ReadAsync(subject, grain, from, to, default))
                    Write(text, subject, window);
            }
        }

        foreach (var asset in assets)
            sessions.AddRange(await aggregates.SessionsAsync(asset, default).ToListAsync());
        foreach (var session in sessions.OrderBy(session => session.Claims?.SessionId, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{session.Claims?.SessionId} {session.WatchedMs} {session.Score} {session.Position} {session.IsQuarantined} {session.Player} {session.Cdn} ")
                .AppendLine(string.Join(",", session.Timeline.Select(told => $"{told.Seq}@{told.At}")));
        }

        return text.ToString();
    }

    /// <summary>What was taken back altogether leaves nothing to tell.</summary>
    private static void Write(StringBuilder text, AggregateSubject subject, WindowAggregate window)
    {
        var line = new StringBuilder();
        Write(line, window.Totals);
        foreach (var breakdown in Enum.GetValues<Breakdown>())
        {
            foreach (var (label, counters) in window.By(breakdown).Where(row => !row.Value.IsEmpty).OrderBy(row => row.Key, StringComparer.Ordinal))
                Write(line.Append(CultureInfo.InvariantCulture, $" {breakdown}={label}"), counters);
        }

        if (window.Retention.Any(count => count != 0))
            line.Append(" parts ").AppendJoin(',', window.Retention);
        foreach (var sketch in new[] { window.Startup, window.Bitrate }.Where(sketch => !sketch.IsEmpty))
            line.Append(' ').Append(Convert.ToHexString(sketch.ToBytes()));
        if (!window.Viewers.IsEmpty)
            line.Append(' ').Append(Convert.ToHexString(window.Viewers.ToBytes()));
        if (!window.Lasting.IsEmpty)
            line.Append(" lasting ").Append(Convert.ToHexString(window.Lasting.ToBytes()));
        if (line.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"{subject.Name} {window.Grain} {window.Start:u}").Append(line).AppendLine();
    }

    private static void Write(StringBuilder line, Counters counters)
    {
        foreach (var metric in Enum.GetValues<Metric>())
        {
            if (counters[metric] != 0)
                line.Append(CultureInfo.InvariantCulture, $" {metric}:{counters[metric]}");
        }
    }
}

using System.Runtime.CompilerServices;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>Reads what was counted: the windows of a subject, added up over its parts and the partitions of the hub; and sessions.</summary>
public sealed class Aggregates(IAggregateShards shards)
{
    /// <summary>The windows that begin from <paramref name="from"/> on and before <paramref name="to"/>, in order of time; those in which nothing was counted are left out.</summary>
    public async Task<IReadOnlyList<WindowAggregate>> ReadAsync(AggregateSubject subject, Grain grain, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var windows = new SortedDictionary<string, WindowAggregate>(StringComparer.Ordinal);
        // Rounded up: a window that began before isn't asked for.
        var (first, end) = (StartFrom(grain, from), StartFrom(grain, to));
        if (first >= end)
            return [];
        foreach (var shard in await ShardsOfAsync(subject, ct))
        {
            foreach (var (id, body, _) in await shards.ListAsync(shard, Windows.IdOf(grain, first), Windows.IdOf(grain, end), ct))
            {
                var window = Parse(grain, id, body.Span);
                if (windows.TryGetValue(id, out var other))
                    other.MergeWith(window);
                else
                    windows.Add(id, window);
            }
        }

        return [.. windows.Values];
    }

    /// <summary>A session while it is kept, which is 48 hours longer than events of it are taken; null where there is none.</summary>
    /// <param name="bucket">See <see cref="Sessions.SessionClaims.Bucket"/>.</param>
    public async Task<SessionState?> FindSessionAsync(string assetId, int bucket, string sessionId, CancellationToken ct)
    {
        var id = HeldSession.IdOf(sessionId);
        var found = await shards.ListAsync(AggregateSubject.Video(assetId).Shard(bucket), id, id + "~", ct);
        return found.FirstOrDefault(document => document.Id == id) is { } stored ? SessionBytes.Read(sessionId, stored.Body.Span) : null;
    }

    /// <summary>All sessions of a video that are kept, in no order; of a hot video they are more than fit into memory.</summary>
    public async IAsyncEnumerable<SessionState> SessionsAsync(string assetId, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var shard in await ShardsOfAsync(AggregateSubject.Video(assetId), ct))
        {
            await foreach (var (id, body, _) in shards.StreamAsync(shard, HeldSession.From, HeldSession.Below, ct))
                yield return SessionBytes.Read(HeldSession.SessionOf(id), body.Span);
        }
    }

    /// <summary>Sessions of a video, or of the platform, that began that day, in UTC, and went badly, the worst first; kept for 30 days, some of them if there were many.</summary>
    public async Task<IReadOnlyList<SessionState>> ListPoorSessionsAsync(AggregateSubject subject, DateTimeOffset day, CancellationToken ct)
    {
        var sessions = new List<SessionState>();
        foreach (var shard in await ShardsOfAsync(subject, ct))
        {
            foreach (var sample in await shards.ListAsync(shard, PoorSessions.IdOf(day), PoorSessions.IdOf(day.AddDays(1)), ct))
                sessions.Add(PoorSessions.Read(sample.Body.Span));
        }

        return [.. sessions.OrderBy(session => session.Score).ThenBy(session => session.Claims!.SessionId, StringComparer.Ordinal)];
    }

    private static int StartFrom(Grain grain, DateTimeOffset time)
    {
        var minute = Windows.MinuteOf(time);
        var start = Windows.StartOf(grain, minute);
        return Windows.TimeOf(start) >= time ? start : Windows.StartOf(grain, start + Windows.LengthOf(grain));
    }

    private static WindowAggregate Parse(Grain grain, string id, ReadOnlySpan<byte> body)
    {
        VariableLength.Read(ref body);
        return WindowBytes.Read(grain, Windows.TimeOf(id), body);
    }

    private async Task<IReadOnlyList<string>> ShardsOfAsync(AggregateSubject subject, CancellationToken ct) =>
    [
        subject.Shard(0),
        .. (await shards.ListAsync(subject.Shard(0), ShardBuckets.From, ShardBuckets.Below, ct)).Select(mark => subject.Shard(ShardBuckets.BucketOf(mark.Id))),
    ];
}

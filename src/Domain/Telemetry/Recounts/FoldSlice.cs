using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Deliveries;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>Makes windows of a slice's records, as counting them did: the same fold, a session at a time as a whole. Where one video is more than fits, in several passes.</summary>
internal sealed class FoldSlice(RecountSpill spill, RecountSizes sizes)
{
    /// <param name="told">Gets the sessions; null where nobody wants them.</param>
    public async Task<CountedWindows> ExecuteAsync(RecountDay day, PlannedPartition partition, int slice, ToldSessions? told, CancellationToken ct)
    {
        var prefix = RecountSpill.RecordsOf(day, partition.HubPartition, slice);
        var passes = (int)(1 + (await spill.MeasureAsync(prefix, ct) / sizes.Pass));
        var (windows, folder) = (new CountedWindows(day), new SessionFolder());
        for (var pass = 0; pass < passes; pass++)
        {
            foreach (var session in (await FoldAsync(prefix, passes, pass, ct)).Values)
            {
                if (session.Claims is not { } claims)
                    continue;
                Add(windows, folder.Whole(session), claims.AssetId, claims.ChannelId ?? claims.OwnerId, claims.Bucket, partition.HubPartition);
                told?.Add(session, claims.StartedAt >= day.Start);
            }
        }

        return windows;
    }

    private static void Add(CountedWindows windows, SessionChange whole, string assetId, string channelId, int bucket, int hubPartition)
    {
        windows.Add(new ShardKey(ShardKind.Video, assetId, bucket), whole);
        windows.Add(new ShardKey(ShardKind.Channel, channelId, bucket), whole);
        windows.Add(new ShardKey(ShardKind.Platform, "", hubPartition), whole);
    }

    private async Task<Dictionary<string, SessionState>> FoldAsync(string prefix, int passes, int pass, CancellationToken ct)
    {
        var (sessions, reader) = (new Dictionary<string, SessionState>(StringComparer.Ordinal), new TelemetryRecordReader());
        await foreach (var batch in spill.RecordsAsync(prefix, ct))
        {
            foreach (var message in batch)
            {
                var record = reader.Read(message.Body.Span);
                if (PlannedPartition.PassOf(record.SessionId, passes) != pass)
                    continue;
                if (!sessions.TryGetValue(record.SessionId, out var state))
                    sessions.Add(record.SessionId, state = new SessionState());
                SessionFold.Identify(state, record);
                if (record is BeaconRecord beacon)
                    SessionFold.Fold(state, beacon);
                // The windows don't need it, and it is most of a state.
                state.Events.Clear();
            }
        }

        return sessions;
    }
}

using StreamPlatform.Domain.Telemetry.Deliveries;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>The part of a recount that holds what players told against what was given to them; a share of the sessions at a time.</summary>
internal sealed class RecountDeliveries(DeliveryLog deliveries, RecountSpill spill, RecountSizes sizes)
{
    /// <summary>Lays aside what the sessions of a slice told.</summary>
    public async Task PutAsync(RecountDay day, RecountPlan plan, RecountStep step, ToldSessions told, CancellationToken ct)
    {
        foreach (var same in told.All.GroupBy(session => plan.SessionSliceOf(session.Key)))
        {
            await spill.PutAsync(
                FormattableString.Invariant($"{RecountSpill.SessionsOf(day, given: false, same.Key)}{step.HubPartition}-{step.Number:D5}"), ToldSessions.ToBytes(same), ct);
        }
    }

    /// <summary>Reads what was given in an hour of the day, or of the one after it, in which its sessions go on.</summary>
    public async Task<RecountFound> SpreadAsync(RecountDay day, RecountPlan plan, int hour, CancellationToken ct)
    {
        var (inDay, found, sessions, written) = (hour < DeliveryLog.HoursOfDay, DeliveryFound.Nothing, new FetchedSessions(), 0);
        await foreach (var (asset, session, bytes) in deliveries.ReadAsync(day.Start.AddHours(hour), ct))
        {
            if (inDay)
                found = found with { Requests = found.Requests + 1, Bytes = found.Bytes + bytes, Unnamed = found.Unnamed + (session is null ? 1 : 0) };
            if (session is null)
                continue;
            sessions.Add(session, asset, 1, bytes, inDay);
            if (sessions.Count >= sizes.Places)
                await WriteAsync(day, plan, hour, sessions, written++, ct);
        }

        await WriteAsync(day, plan, hour, sessions, written, ct);
        return RecountFound.Nothing with { Deliveries = found };
    }

    public async Task<RecountFound> MatchAsync(RecountDay day, int slice, CancellationToken ct)
    {
        var (told, fetched) = (new ToldSessions(), new FetchedSessions());
        await foreach (var content in spill.ContentsAsync(RecountSpill.SessionsOf(day, given: false, slice), ct))
            told.Merge(content);
        await foreach (var content in spill.ContentsAsync(RecountSpill.SessionsOf(day, given: true, slice), ct))
            fetched.Merge(content);
        return RecountFound.Nothing with { Deliveries = MatchDeliveries.Of(told, fetched) };
    }

    private async Task WriteAsync(RecountDay day, RecountPlan plan, int hour, FetchedSessions sessions, int number, CancellationToken ct)
    {
        foreach (var same in sessions.All.GroupBy(session => plan.SessionSliceOf(session.Key)))
        {
            await spill.PutAsync(
                FormattableString.Invariant($"{RecountSpill.SessionsOf(day, given: true, same.Key)}{hour:D2}-{number:D5}"), FetchedSessions.ToBytes(same), ct);
        }

        sessions.Clear();
    }
}

namespace StreamPlatform.Domain.Telemetry.Deliveries;

/// <summary>Holds what sessions told against what was given to them.</summary>
internal static class MatchDeliveries
{
    /// <summary>Less of watching may come out of what a page had loaded before it had a session.</summary>
    private const long LeastWatchedMs = 30_000;

    public static DeliveryFound Of(ToldSessions told, FetchedSessions fetched)
    {
        var found = DeliveryFound.Nothing;
        var samples = new List<DeliverySample>();
        foreach (var (session, (asset, watchedMs, bytes, _)) in told.All.Where(each => each.Value.InDay && each.Value.WatchedMs >= LeastWatchedMs))
        {
            found = found with { Watched = found.Watched + 1 };
            if (fetched.All.TryGetValue(session, out var given) && given.AssetId == asset)
            {
                found = found with { BothToldBytes = found.BothToldBytes + bytes, BothFetchedBytes = found.BothFetchedBytes + given.Bytes };
                continue;
            }

            found = found with { Unfetched = found.Unfetched + 1, UnfetchedWatchedMs = found.UnfetchedWatchedMs + watchedMs };
            samples.Add(new DeliverySample(session, asset, watchedMs, 0, 0));
        }

        samples = [.. samples.OrderByDescending(sample => sample.WatchedMs).ThenBy(sample => sample.SessionId, StringComparer.Ordinal).Take(DeliveryFound.MaxSamples / 2)];
        var untold = new List<DeliverySample>();
        foreach (var (session, (asset, requests, bytes, _)) in fetched.All.Where(each => each.Value.InDay))
        {
            found = found with { Fetched = found.Fetched + 1 };
            if (requests < DeliveryFound.LeastRequests || told.All.ContainsKey(session))
                continue;
            found = found with { Untold = found.Untold + 1, UntoldBytes = found.UntoldBytes + bytes };
            untold.Add(new DeliverySample(session, asset, 0, requests, bytes));
        }

        return found with
        {
            Samples = [.. samples, .. untold.OrderByDescending(sample => sample.Bytes).ThenBy(sample => sample.SessionId, StringComparer.Ordinal).Take(DeliveryFound.MaxSamples / 2)],
        };
    }
}

using StreamPlatform.Domain.Telemetry.Deliveries;

namespace StreamPlatform.Functions.Telemetry.Truth;

/// <summary>What players told of a day, held against the log of what was given to them.</summary>
/// <param name="Requests">For media, that were answered in the day.</param>
/// <param name="Bytes">Of these answers.</param>
/// <param name="Unnamed">Of these requests, those that named no session.</param>
/// <param name="Watched">Sessions that began in the day and told of 30 seconds of watching or more.</param>
/// <param name="Unfetched">Of these, those that no request named: made up, or by a player that doesn't name its session, or out of the viewer's own cache.</param>
/// <param name="UnfetchedWatchedSeconds">What these told of watching.</param>
/// <param name="Fetched">Sessions that requests of the day named.</param>
/// <param name="Untold">Of these, those that fetched at least three times and told nothing: blocked, or lost.</param>
/// <param name="UntoldBytes">What these fetched.</param>
/// <param name="ToldBytes">What the watched sessions that were fetched for told.</param>
/// <param name="FetchedBytes">What was given to these.</param>
/// <param name="Samples">Some that are unfetched, or untold: those that told, or fetched, most.</param>
public sealed record DeliveriesBody(
    long Requests,
    long Bytes,
    long Unnamed,
    long Watched,
    long Unfetched,
    double UnfetchedWatchedSeconds,
    long Fetched,
    long Untold,
    long UntoldBytes,
    long ToldBytes,
    long FetchedBytes,
    IReadOnlyList<DeliverySampleBody> Samples)
{
    internal static DeliveriesBody? From(DeliveryFound found) => found == DeliveryFound.Nothing ? null : new(
        found.Requests,
        found.Bytes,
        found.Unnamed,
        found.Watched,
        found.Unfetched,
        found.UnfetchedWatchedMs / 1000.0,
        found.Fetched,
        found.Untold,
        found.UntoldBytes,
        found.BothToldBytes,
        found.BothFetchedBytes,
        [.. found.Samples.Select(sample => new DeliverySampleBody(sample.SessionId, sample.AssetId, sample.WatchedMs / 1000.0, sample.Requests, sample.Bytes))]);
}

/// <summary>A session that only one of both sources knows.</summary>
/// <param name="WatchedSeconds">That it told of; 0 of one that told nothing.</param>
/// <param name="Requests">That named it; 0 of one that nothing was given to.</param>
public sealed record DeliverySampleBody(string SessionId, string AssetId, double WatchedSeconds, long Requests, long Bytes);

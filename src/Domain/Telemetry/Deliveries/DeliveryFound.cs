namespace StreamPlatform.Domain.Telemetry.Deliveries;

/// <summary>What players told of a day, held against what was given to them. Parts add up.</summary>
/// <param name="Requests">For media that were answered, in the day.</param>
/// <param name="Bytes">Of these answers.</param>
/// <param name="Unnamed">Of these requests, those that named no session of ours.</param>
/// <param name="Watched">Sessions that began in the day and told of 30 seconds of watching or more.</param>
/// <param name="Unfetched">Of these, those that no request named: made up, or by a player that doesn't name its session, or out of a cache of the viewer's own.</param>
/// <param name="UnfetchedWatchedMs">What these told of watching.</param>
/// <param name="Fetched">Sessions that requests of the day named.</param>
/// <param name="Untold">Of these, those that fetched <see cref="LeastRequests"/> times or more, and told nothing: their beacons were blocked, or lost.</param>
/// <param name="UntoldBytes">What these fetched.</param>
/// <param name="BothToldBytes">What those of the watched that were fetched for told of bytes.</param>
/// <param name="BothFetchedBytes">What was given to them.</param>
/// <param name="Samples">Some that are unfetched, or untold.</param>
public sealed record DeliveryFound(
    long Requests,
    long Bytes,
    long Unnamed,
    long Watched,
    long Unfetched,
    long UnfetchedWatchedMs,
    long Fetched,
    long Untold,
    long UntoldBytes,
    long BothToldBytes,
    long BothFetchedBytes,
    IReadOnlyList<DeliverySample> Samples)
{
    public const int MaxSamples = 40, LeastRequests = 3;

    public static DeliveryFound Nothing { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, []);

    public DeliveryFound Plus(DeliveryFound other) => new(
        Requests + other.Requests,
        Bytes + other.Bytes,
        Unnamed + other.Unnamed,
        Watched + other.Watched,
        Unfetched + other.Unfetched,
        UnfetchedWatchedMs + other.UnfetchedWatchedMs,
        Fetched + other.Fetched,
        Untold + other.Untold,
        UntoldBytes + other.UntoldBytes,
        BothToldBytes + other.BothToldBytes,
        BothFetchedBytes + other.BothFetchedBytes,
        [.. Samples.Concat(other.Samples).Take(MaxSamples)]);
}

using System.Security.Cryptography;
using StreamPlatform.Domain.Operations.Limits;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Ingest;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Domain.Telemetry.Truth;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>Sends a simulated day through ingest and aggregation, as bytes, and judges it at its end.</summary>
/// <param name="clock">That of the stores too: by another, what they keep for a time would have expired.</param>
internal sealed class DayRun(DayPlan plan, DateTimeOffset day, DayClock clock, IAggregateShards shards, IDocuments documents, ITelemetryArchive archive) : ISigningKeys
{
    private readonly SigningKey _key = new("key-1", RandomNumberGenerator.GetBytes(64), day);

    public DayTruth Truth { get; } = new(JudgeViews.MostPerHour);

    /// <summary>Events that were accepted, and beacons that were refused whole.</summary>
    public (long Accepted, long Refused) Ingested { get; private set; }

    public async Task RunAsync(IProgress<double> progress, CancellationToken ct)
    {
        var tokens = new SessionTokens(this);
        using var count = new CountTelemetry(shards, archive, clock);
        var hub = new DayHub(count);
        var take = new TakeBeacons(tokens, new RateLimits(new RateLimitOptions(), documents, clock), hub, clock);
        long accepted = 0, refused = 0;
        var signed = new Dictionary<string, string>(StringComparer.Ordinal);
        var begun = 0;
        foreach (var delivery in new SimulatedDay(plan, day).Deliveries(session =>
        {
            Truth.Add(session);
            progress.Report(++begun / (double)plan.Sessions);
        }))
        {
            clock.MoveTo(delivery.ArrivesMs);
            if (!signed.TryGetValue(delivery.Session.Id, out var token))
                signed.Add(delivery.Session.Id, token = await TokenAsync(tokens, delivery.Session, ct));
            var taken = await take.ExecuteAsync(BeaconText.Of(delivery, token), ct);
            accepted += taken.Value!.Accepted;
            refused += taken.Value.Rejected.Count(rejected => rejected.Event is null);
        }

        await hub.FinishAsync(ct);
        await JudgeAsync(hub, ct);
        Ingested = (accepted, refused);
    }

    public Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<SigningKey>>([_key]);

    private static async Task<string> TokenAsync(SessionTokens tokens, SimulatedSession session, CancellationToken ct)
    {
        var token = await tokens.IssueAsync(SimulatedDay.ClaimsOf(session), ct);
        if (session.Sort != PlayerSort.Forger)
            return token;
        var mac = token.LastIndexOf('.') + 1;
        return token[..mac] + new string([.. token[mac..].Reverse()]);
    }

    private async Task JudgeAsync(DayHub hub, CancellationToken ct)
    {
        var judge = new JudgeViews(new Aggregates(shards), hub, clock);
        foreach (var asset in Truth.Videos.Keys)
            await judge.JudgeAsync(asset, day, day.AddDays(1), ct);
        await hub.FinishAsync(ct);
    }
}

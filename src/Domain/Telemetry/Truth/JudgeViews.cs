using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Truth;

/// <summary>
/// Looks at the sessions of a video together, which no fold of a single one can: of the views of one viewer that begin within an
/// hour only the first few count. The others go into quarantine by a verdict, which is sent through the hub like everything
/// that is counted, and can be taken back in the same way.
/// </summary>
public sealed class JudgeViews(Aggregates.Aggregates aggregates, ITelemetryStream stream, TimeProvider clock)
{
    /// <summary>Name of the rule in verdicts.</summary>
    public const string Rule = "views_per_hour";

    /// <summary>How many views of one video by one viewer, begun within one hour of the clock, count. Viewers behind one address that gave no id may look like one, so it is more than one person needs.</summary>
    public const int MostPerHour = 10;

    private const int SentTogether = 500;

    /// <summary>Views in memory: of a video that has more, some viewers at a time are looked at.</summary>
    public int MostHeld { get; init; } = 200_000;

    /// <summary>Judges the sessions of a video that began from <paramref name="from"/> on and before <paramref name="to"/>, which are whole hours. Judging again sends nothing new.</summary>
    /// <returns>How many verdicts were sent.</returns>
    public async Task<int> JudgeAsync(string assetId, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var (views, found) = await ViewsAsync(assetId, from, to, passes: 1, pass: 0, ct);
        if (found <= MostHeld)
            return await SendAsync(assetId, views, ct);
        var (sent, passes) = (0, (found / MostHeld) + 1);
        for (var pass = 0; pass < passes; pass++)
        {
            (views, _) = await ViewsAsync(assetId, from, to, passes, pass, ct);
            sent += await SendAsync(assetId, views, ct);
        }

        return sent;
    }

    /// <summary>The views of a share of the viewers; and how many these are, of which those beyond <see cref="MostHeld"/> are left out in a single pass.</summary>
    private async Task<(List<JudgedView> Views, int Found)> ViewsAsync(string assetId, DateTimeOffset from, DateTimeOffset to, int passes, int pass, CancellationToken ct)
    {
        var (views, found) = (new List<JudgedView>(), 0);
        await foreach (var session in aggregates.SessionsAsync(assetId, ct))
        {
            if (session.Claims is not { } claims || claims.StartedAt < from || claims.StartedAt >= to || claims.Viewer % (ulong)passes != (ulong)pass)
                continue;
            if (JudgedView.Of(session) is not { } view)
                continue;
            found++;
            if (passes > 1 || found <= MostHeld)
                views.Add(view);
        }

        return (views, found);
    }

    private async Task<int> SendAsync(string assetId, IReadOnlyList<JudgedView> views, CancellationToken ct)
    {
        var sent = 0;
        foreach (var some in JudgedView.Lacking(views, assetId, clock.GetUtcNow().ToUnixTimeMilliseconds()).Chunk(SentTogether))
        {
            await stream.SendAsync(some, ct);
            sent += some.Length;
        }

        return sent;
    }
}

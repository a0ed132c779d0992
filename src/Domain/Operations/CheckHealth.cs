using System.Diagnostics;

namespace StreamPlatform.Domain.Operations;

/// <summary>
/// Asks every dependency for something cheap. Anyone may ask for the answer, so it is kept for a few seconds: however often
/// it is asked for, a dependency is asked as often as that.
/// </summary>
/// <param name="down">Told of each dependency that doesn't answer, once a look.</param>
/// <param name="signs">Looked at besides; one that can't tell is left out, since what it asks is asked by a probe, too.</param>
public sealed class CheckHealth(IReadOnlyList<HealthProbe> probes, TimeProvider clock, Action<DependencyHealth> down, IEnumerable<IHealthSign>? signs = null)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    /// <summary>A dependency that takes longer is as good as gone: requests that need it time out soon after.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly Lock _turn = new();
    private (Task<HealthReport> Report, DateTimeOffset At)? _last;

    /// <summary>Never fails; what fails is in the report.</summary>
    public Task<HealthReport> ExecuteAsync(CancellationToken ct)
    {
        lock (_turn)
        {
            var now = clock.GetUtcNow();
            if (_last is not { } last || now - last.At >= KeptFor)
                _last = last = (ReportAsync(), now);
            return last.Report.WaitAsync(ct);
        }
    }

    private async Task<HealthReport> ReportAsync()
    {
        var looking = Task.WhenAll((signs ?? []).Select(LookAsync));
        var asked = await Task.WhenAll(probes.Select(probe => AskAsync(probe.Name, probe.Ask)));
        var concerns = (await looking).SelectMany(found => found).ToList();
        var silent = probes.Zip(asked).Where(pair => !pair.Second.IsUp).ToList();
        silent.ForEach(pair => down(pair.Second));
        var state = silent.Exists(pair => pair.First.ViewersNeedIt) ? HealthState.Unhealthy : silent.Count + concerns.Count > 0 ? HealthState.Degraded : HealthState.Healthy;
        return new HealthReport(state, asked, concerns);
    }

    private async Task<IReadOnlyList<HealthConcern>> LookAsync(IHealthSign sign)
    {
        IReadOnlyList<HealthConcern> found = [];
        _ = await AskAsync(sign.GetType().Name, async ct => found = await sign.LookAsync(ct));
        return found;
    }

    private async Task<DependencyHealth> AskAsync(string name, Func<CancellationToken, Task> ask)
    {
        var started = Stopwatch.GetTimestamp();
        using var stop = new CancellationTokenSource(Patience, clock);
        string? reason = null;
        try
        {
            // On a thread of its own: a client that blocks must not hold up the others, nor the one who asks.
            await Task.Run(() => ask(stop.Token), stop.Token).WaitAsync(Patience, clock);
        }
        catch (Exception e)
        {
            reason = $"{e.GetType().Name}: {e.Message}";
        }

        return new DependencyHealth(name, reason is null, Stopwatch.GetElapsedTime(started).TotalMilliseconds, reason);
    }
}

using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using StreamPlatform.Domain.Operations;
using StreamPlatform.Local.Host;
using StreamPlatform.Local.Host.Messaging;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>What can be wrong with one machine: its disk is nearly full, or a reader of its hubs falls behind. Told as health and as metrics.</summary>
internal sealed class MachineSigns(DataFolder data, LocalEventHub hub, TimeProvider time) : BackgroundService, IHealthSign
{
    /// <summary>With less, an original of an hour may no longer fit.</summary>
    public const long LeastFree = 2L << 30;

    /// <summary>Longer, and live figures are no longer live.</summary>
    public static readonly TimeSpan MostLag = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly HealthConcern Disk = new("disk.low", "The disk that everything is kept on is nearly full.");
    private static readonly HealthConcern Lag = new("hub.lag", "What players report waits for over five minutes until it is counted.");

    private readonly Meter _meter = new("StreamPlatform.Local");
    private IReadOnlyList<HubLag> _lags = [];

    private long Free => new DriveInfo(data.Root).AvailableFreeSpace;

    public async Task<IReadOnlyList<HealthConcern>> LookAsync(CancellationToken ct)
    {
        _lags = await hub.LagAsync(ct);
        return Concerns(Free, _lags);
    }

    internal static IReadOnlyList<HealthConcern> Concerns(long free, IReadOnlyList<HubLag> lags) =>
        [.. free < LeastFree ? [Disk] : Array.Empty<HealthConcern>(), .. lags.Any(lag => lag.OldestAge > MostLag) ? [Lag] : Array.Empty<HealthConcern>()];

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _meter.CreateObservableGauge("streamplatform.disk.free", () => (double)Free, "By", "Bytes that the data folder's disk has left.");
        _meter.CreateObservableGauge("streamplatform.hub.lag", () => _lags.Select(lag => Of(lag, (double)lag.Events)), "{event}", "Events that a consumer of a hub hasn't dealt with.");
        _meter.CreateObservableGauge("streamplatform.hub.oldest_age", () => _lags.Select(lag => Of(lag, lag.OldestAge.TotalSeconds)), "s", "How long the first of them has waited.");
        while (!stoppingToken.IsCancellationRequested)
        {
            _lags = await hub.LagAsync(stoppingToken);
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Measurement<double> Of(HubLag lag, double value) => new(value, new("hub", lag.Hub), new("consumer", lag.Consumer));
}

using Microsoft.Extensions.Hosting;
using StreamPlatform.Local.Durable;

namespace StreamPlatform.Local.Host.Durable;

/// <summary>Runs the durable engine with the host: it starts before triggers do and stops after them.</summary>
internal sealed class DurableService(DurableEngine engine, DurableFunctions functions, HostSettings settings, TimeProvider time) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        functions.Register(engine);
        return engine.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(settings.DrainTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await engine.StopAsync(either.Token);
    }
}

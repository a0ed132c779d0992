using Microsoft.Extensions.Hosting;
using StreamPlatform.Domain.Accounts;
using StreamPlatform.Local.Host;
using StreamPlatform.Local.Stores;
using StreamPlatform.Media.Tools;
using StreamPlatform.Storage;

namespace StreamPlatform.Local.Cli.Composition;

/// <summary>
/// Before the first request is served: containers and queues exist, the creator has an API key, and what a crash left in
/// scratch and among the requests is gone.
/// </summary>
internal sealed class FirstStart(PlatformStorage storage, EnsureFirstApiKey keys, DeadRequests requests, DataFolder data) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Scratch.Sweep(data.Scratch);
        return Task.WhenAll(storage.EnsureCreatedAsync(cancellationToken), EnsureKeyAsync(cancellationToken), requests.ForgetAsync(cancellationToken));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task EnsureKeyAsync(CancellationToken ct)
    {
        var kept = FirstKey.TryRead(data.Root);
        var key = await keys.ExecuteAsync(kept, ct);
        if (key != kept)
        {
            FirstKey.Write(data.Root, key);
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Local.Stores;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>The sessions that a running platform has counted, read from its own store: no route tells of single ones.</summary>
internal sealed class Counted : IAsyncDisposable
{
    private readonly ServiceProvider _stores;
    private readonly Aggregates _aggregates;

    public Counted(Platform platform)
    {
        _stores = new ServiceCollection().AddSingleton(TimeProvider.System).AddLocalStores(Path.Combine(platform.Data, "db")).BuildServiceProvider();
        _aggregates = new Aggregates(_stores.GetRequiredService<IAggregateShards>());
    }

    /// <summary>Sessions of a video in the order of the IDs; null unless all have told that they ended.</summary>
    public async Task<IReadOnlyList<SessionState>?> FindEndedAsync(string assetId, IReadOnlyList<string> sessionIds)
    {
        var all = await _aggregates.SessionsAsync(assetId, CancellationToken.None).ToDictionaryAsync(session => session.Claims!.SessionId);
        return sessionIds.All(id => all.TryGetValue(id, out var session) && session.Timeline.Any(told => told.Type == Domain.Telemetry.Streams.PlaybackEventType.Exit))
            ? [.. sessionIds.Select(id => all[id])]
            : null;
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}

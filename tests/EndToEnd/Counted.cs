using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Local.Stores;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>What a running platform has counted of playing, read from its own store.</summary>
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
        var all = (await _aggregates.ListSessionsAsync(assetId, CancellationToken.None)).ToDictionary(session => session.Claims!.SessionId);
        return sessionIds.All(id => all.TryGetValue(id, out var session) && session.Timeline.Any(told => told.Type == Domain.Telemetry.Streams.PlaybackEventType.Exit))
            ? [.. sessionIds.Select(id => all[id])]
            : null;
    }

    /// <summary>All that was counted of a video from yesterday until tomorrow.</summary>
    public async Task<WindowAggregate> OfVideoAsync(string assetId)
    {
        var now = TimeProvider.System.GetUtcNow();
        var sum = new WindowAggregate(Grain.Day, now);
        foreach (var day in await _aggregates.ReadAsync(AggregateSubject.Video(assetId), Grain.Day, now.AddDays(-2), now.AddDays(1), CancellationToken.None))
            sum.MergeWith(day);
        return sum;
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}

using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteAggregateShardsTests : AggregateShardsContract, IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 29, 22, 0, 0, TimeSpan.Zero));
    private readonly SqliteStores _stores;

    public SqliteAggregateShardsTests() => _stores = new SqliteStores(_clock);

    private protected override IAggregateShards Shards => _stores.Get<IAggregateShards>();

    [Fact]
    public async Task What_has_expired_goes_when_something_is_written()
    {
        await Shards.WriteAsync(0, [], [new ShardWrite("video:a#0", null, -1, 1, [new("m|1", new byte[1], _clock.GetUtcNow().AddHours(1)), new("d|1", new byte[1])])], default);
        _clock.Advance(TimeSpan.FromHours(1));
        await Shards.WriteAsync(0, [], [new ShardWrite("video:b#0", null, -1, 1, [])], default);
        Assert.Equal("d|1", Assert.Single(await Shards.ListAsync("video:a#0", "a", "z", default)).Id);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}

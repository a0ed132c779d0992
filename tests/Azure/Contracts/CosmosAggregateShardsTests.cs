using System.Net;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Tests.Contracts.Stores;

namespace StreamPlatform.Azure.Tests.Contracts;

/// <summary>The contract on Cosmos DB's SDK over the fake service.</summary>
public sealed class CosmosAggregateShardsTests : AggregateShardsContract, IAsyncLifetime
{
    private readonly CosmosStores _stores = new();

    private protected override IAggregateShards Shards => _stores.Get<IAggregateShards>();

    [Fact]
    public async Task A_batch_takes_a_hundred_operations_and_the_head_moves_with_the_last()
    {
        List<ShardDocument> documents = [.. Enumerable.Range(0, 150).Select(each => new ShardDocument($"m|{each:000}", new byte[1]))];
        await Shards.WriteAsync(0, [], [new ShardWrite("video:a#0", null, 4, 9, documents)], default);
        Assert.Equal([100, 52], _stores.Cosmos.Requests.Select(request => request.Batch.Count));
        Assert.Equal(["create", "replace"], _stores.Cosmos.Requests.Select(request => request.Batch[0].Operation));
        Assert.Equal([4, 9], _stores.Cosmos.Requests.Select(request => (int)request.Batch[0].Body!["watermark"]!));
    }

    [Fact]
    public async Task A_batch_stays_below_what_the_service_takes()
    {
        List<ShardDocument> documents = [.. Enumerable.Range(0, 40).Select(each => new ShardDocument($"m|{each:000}", new byte[100_000]))];
        await Shards.WriteAsync(0, [], [new ShardWrite("video:a#0", null, -1, 9, documents)], default);
        Assert.All(_stores.Cosmos.Requests, request => Assert.InRange(request.Batch.Sum(step => step.Body!.ToJsonString().Length), 1, 2_000_000));
    }

    [Fact]
    public async Task After_a_crash_between_two_batches_the_head_still_has_the_old_watermark()
    {
        var batches = 0;
        _stores.Cosmos.Before = (asked, _) => asked.Operation == "batch" && ++batches == 2
            ? Task.FromResult<HttpResponseMessage?>(FakeCosmos.Reply(HttpStatusCode.Forbidden))
            : Task.FromResult<HttpResponseMessage?>(null);
        List<ShardDocument> documents = [.. Enumerable.Range(0, 150).Select(each => new ShardDocument($"m|{each:000}", new byte[1]))];
        await Assert.ThrowsAnyAsync<Exception>(() => Shards.WriteAsync(0, [], [new ShardWrite("video:a#0", null, 4, 9, documents)], default));
        Assert.Equal(4, (await Shards.LoadAsync(0, [new ShardRequest("video:a#0", true, [])], default))[0].Head!.Watermark);
    }

    [Fact]
    public async Task What_expires_has_a_time_to_live_and_the_rest_stays()
    {
        await Shards.WriteAsync(0, [], [new ShardWrite("video:a#0", null, -1, 9, [new("m|1", new byte[1], TimeProvider.System.GetUtcNow().AddHours(48)), new("d|1", new byte[1])])], default);
        var lives = _stores.Cosmos[CosmosContainers.Telemetry].Items.ToDictionary(each => (string)each.Item["id"]!, each => (int?)each.Item["ttl"]);
        Assert.InRange(lives["m|1|0"]!.Value, 48 * 3600 - 60, 48 * 3600);
        Assert.Equal(-1, lives["d|1|0"]);
        Assert.Null(lives["head|0"]);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();
}

using System.Net;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Azure.Tests.Fake;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Azure.Tests.Catalog;

/// <summary>An asset store whose process can die at any of its writes.</summary>
public abstract class AssetHouse : IAsyncLifetime
{
    private protected static readonly CancellationToken Ct = CancellationToken.None;

    private protected CosmosStores Stores { get; } = new();

    private protected IAssetStore Store => Stores.Get<IAssetStore>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Stores.DisposeAsync().AsTask();

    /// <summary>Each place to die at: a write, and whether the service still did it.</summary>
    private protected static TheoryData<int, bool> Deaths(int writes)
    {
        var deaths = new TheoryData<int, bool>();
        for (var write = 0; write < writes; write++)
        {
            deaths.Add(write, false);
            deaths.Add(write, true);
        }

        return deaths;
    }

    /// <summary>Does it until the write that the process dies at. What would have come after never comes.</summary>
    private protected async Task DieAsync(int atWrite, bool done, Func<Task> act)
    {
        var writes = 0;
        var dead = false;
        Stores.Cosmos.Before = (request, _) =>
        {
            if (dead || (request.Operation is not ("read" or "query") && writes++ == atWrite))
            {
                if (!dead && done)
                    Stores.Cosmos.Do(request);
                dead = true;
                return Task.FromResult<HttpResponseMessage?>(FakeCosmos.Reply(HttpStatusCode.InternalServerError));
            }

            return Task.FromResult<HttpResponseMessage?>(null);
        };
        await Record.ExceptionAsync(act);
        Assert.True(dead, "There is no such write.");
        Stores.Cosmos.Before = (_, _) => Task.FromResult<HttpResponseMessage?>(null);
    }

    /// <summary>The asset is found from everywhere it should be, and from nowhere else; null for none.</summary>
    private protected async Task AssertSeenAsync(string assetId, string ownerId, IEnumerable<string> playbackIds)
    {
        var asset = (await Store.FindAsync(assetId, Ct))?.Value;
        foreach (var id in playbackIds)
        {
            var found = await Store.FindByPlaybackIdAsync(id, Ct);
            Assert.Equal(asset is not null && asset.PlaybackIds.Any(each => each.Id == id), found is not null);
        }

        var listed = (await Store.ListAsync(ownerId, trashed: false, null, 10, Ct)).Items.Select(each => each.Id);
        Assert.Equal(asset is null or { State: AssetState.Deleted } ? [] : [assetId], listed);
    }

    /// <summary>How many pointers are kept, of any asset.</summary>
    private protected int Pointers(ContainerDefinition container) => Stores.Cosmos[container].Items.Count();
}

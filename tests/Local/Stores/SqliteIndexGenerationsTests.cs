using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Tests.Contracts.Search;

namespace StreamPlatform.Local.Tests.Stores;

/// <summary>The contract on SQLite, and what slots alone can do.</summary>
public sealed class SqliteIndexGenerationsTests : IndexGenerationsContract, IAsyncLifetime
{
    private readonly SqliteStores _stores = new();

    private protected override IPublicIndex Index => _stores.Get<IPublicIndex>();
    private protected override IIndexGenerations Generations => _stores.Get<IIndexGenerations>();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _stores.DisposeAsync().AsTask();

    [Fact]
    public async Task A_generation_that_is_begun_later_supersedes_one_that_never_finished()
    {
        var (first, second) = (new IndexGeneration("1", default), new IndexGeneration("2", default));
        await Generations.BeginAsync(first, default);
        await Generations.BeginAsync(second, default);

        Assert.False(await Generations.FillAsync(first, [], default));
        Assert.False(await Generations.SwitchAsync(first, default));
        Assert.True(await Generations.SwitchAsync(second, default));
    }
}

using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Domain.Tests.Search;

public sealed class RecentHitsTests : IAsyncLifetime
{
    private readonly House _house = new();
    private readonly RecentHits _here, _elsewhere;

    public RecentHitsTests() => (_here, _elsewhere) = (Instance(), Instance());

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_this_process_writes_is_found_at_once_and_what_another_writes_two_seconds_later()
    {
        Assert.Equal(0, await CountAsync(_here));

        await _elsewhere.PutAsync(Video("one"), default);
        Assert.Equal((0, 1), (await CountAsync(_here), await CountAsync(_elsewhere)));
        _house.Clock.Advance(RecentHits.Longest);
        Assert.Equal(1, await CountAsync(_here));

        await _here.PutAsync(Video("two"), default);
        Assert.Equal(2, await CountAsync(_here));
        await _here.DeleteAsync("one", default);
        Assert.Equal(1, await CountAsync(_here));
    }

    [Fact]
    public async Task A_generation_that_is_switched_to_answers_at_once()
    {
        var generation = new IndexGeneration("1", _house.Clock.GetUtcNow());
        await _here.BeginAsync(generation, default);
        Assert.True(await _here.FillAsync(generation, [Video("one")], default));
        await CountAsync(_here);

        Assert.True(await _here.SwitchAsync(generation, default));

        Assert.Equal((1, true), (await CountAsync(_here), await _here.IsFilledAsync(default)));
    }

    [Fact]
    public async Task Another_page_or_another_choice_is_another_search()
    {
        await _here.PutAsync(Video("one"), default);
        await _here.PutAsync(Video("two"), default);

        Assert.Equal((1, 2, 0), (await CountAsync(_here, limit: 1), await CountAsync(_here), await CountAsync(_here, new VideoFilters(Language: "de"))));
    }

    private RecentHits Instance() => new(_house.Get<IPublicIndex>(), _house.Get<IIndexGenerations>(), _house.Clock);

    private static async Task<int> CountAsync(RecentHits hits, VideoFilters? filters = null, int limit = 10) =>
        (await hits.SearchAsync(new PublicQuery("tide", filters ?? VideoFilters.None, SearchSort.Relevance, false, new PageRequest(null, limit)), default)).Items.Count;

    private IndexedVideo Video(string id) => new() { AssetId = id, Title = "Low tide", ChannelId = "channel_1", PublishedAt = _house.Clock.GetUtcNow() };
}

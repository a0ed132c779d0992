using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Search;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Domain.Tests.Search;

/// <summary>
/// What is not for everybody to find can't be told from what never was: after any history, every public answer is that of a
/// platform which has the public videos alone, and they have never been anything else.
/// </summary>
public sealed class NothingLeaksTests : IAsyncLifetime
{
    private static readonly string[] Words = ["harbour", "harbor", "lantern", "lantren", "quartz", "meadow", "thistle", "東京", "кошка", "café", "sailing", "sails", "secret", "notebook"];

    private readonly House _all = new(), _publicOnly = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _all.DisposeAsync();
        await _publicOnly.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_answer_is_as_if_there_were_no_others(int seed)
    {
        var random = new Random(seed);
        var assets = Enumerable.Range(0, 40).Select(place => Anything(random, place)).ToList();
        foreach (var asset in assets)
        {
            await _all.Get<IAssetStore>().AddAsync(asset, default);
            await _all.Get<IndexVideo>().ExecuteAsync(asset.Id, default);
        }

        // Most change, some several times, and become what the others are.
        for (var i = 0; i < 80; i++)
        {
            var place = random.Next(assets.Count);
            _all.Clock.Advance(TimeSpan.FromMinutes(1));
            assets[place] = (await _all.Get<Assets>().UpdateAsync(assets[place].Id, _ => Anything(random, place), default)).Value;
            await _all.Get<IndexVideo>().ExecuteAsync(assets[place].Id, default);
            if (i == 40)
            {
                await RebuildAsync();
            }
        }

        _publicOnly.Clock.SetUtcNow(_all.Clock.GetUtcNow());
        foreach (var asset in assets.Where(IsForEverybody))
        {
            await _publicOnly.Get<IAssetStore>().AddAsync(asset, default);
            await _publicOnly.Get<IndexVideo>().ExecuteAsync(asset.Id, default);
        }

        Assert.InRange(assets.Count(IsForEverybody), 5, 30);
        foreach (var (text, filters, sort) in Queries(random))
        {
            Assert.Equal(await AnswerAsync(_publicOnly, text, filters, sort), await AnswerAsync(_all, text, filters, sort));
        }

        foreach (var asset in assets)
        {
            Assert.Equal(await RelatedAsync(_publicOnly, asset), await RelatedAsync(_all, asset));
        }
    }

    [Fact]
    public async Task What_the_index_does_not_know_yet_is_not_answered()
    {
        var asset = Anything(new Random(4), 0) with { Visibility = Visibility.Public, Title = "Harbour lantern", PublishedRunId = "1-0", State = AssetState.Ready, PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)] };
        await _all.Get<IAssetStore>().AddAsync(asset, default);
        await _all.Get<IndexVideo>().ExecuteAsync(asset.Id, default);
        Assert.Contains(asset.Id, await AnswerAsync(_all, "harbour", VideoFilters.None, SearchSort.Relevance), StringComparison.Ordinal);

        await _all.Get<Assets>().UpdateAsync(asset.Id, now => now with { Visibility = Visibility.Private }, default);

        Assert.Empty((await SearchAsync(_all, "harbour", VideoFilters.None, SearchSort.Relevance)).Items);
        Assert.Empty(await _all.Get<SuggestTitles>().ExecuteAsync("harb", default));
        Assert.Empty(await _all.Get<RelatedVideos>().ExecuteAsync(asset with { Id = AssetIds.New() }, 10, default));
    }

    private static bool IsForEverybody(Asset asset) => asset is { Visibility: Visibility.Public, PublishedRunId: not null, State: AssetState.Ready } && asset.PlaybackIds[0].Policy == PlaybackPolicy.Public;

    /// <summary>An asset in any state; the same place has the same owner and time, so that ranks are comparable.</summary>
    private static Asset Anything(Random random, int place)
    {
        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(place);
        return new Asset
        {
            Id = OpaqueId.From("asset", $"{place}"),
            OwnerId = $"user_{place % 3}",
            Title = Text(1 + random.Next(3)),
            State = random.Next(6) == 0 ? AssetState.Deleting : AssetState.Ready,
            CreatedAt = at,
            UpdatedAt = at,
            PlaybackIds = [new PlaybackId(OpaqueId.From("play", $"{place}"), place % 7 == 0 ? PlaybackPolicy.Signed : PlaybackPolicy.Public)],
            PublishedRunId = random.Next(6) == 0 ? null : "1-0",
            Visibility = random.Next(2) == 0 ? Visibility.Public : Enum.GetValues<Visibility>()[random.Next(6)],
            DurationSeconds = random.Next(2000),
            Metadata = new AssetMetadata
            {
                Description = Text(5),
                Tags = [Text(1)],
                Category = random.Next(2) == 0 ? null : Enum.GetValues<VideoCategory>()[random.Next(3)],
                Language = random.Next(2) == 0 ? "en" : "de",
            },
        };
    }

    private static IEnumerable<(string Text, VideoFilters Filters, SearchSort Sort)> Queries(Random random)
    {
        yield return ("", VideoFilters.None, SearchSort.Relevance);
        yield return ("", VideoFilters.None, SearchSort.Date);
        foreach (var word in Words)
        {
            yield return (word, VideoFilters.None, SearchSort.Relevance);
            yield return ($"{word[..^1]} {Words[random.Next(Words.Length)]}", VideoFilters.None, SearchSort.Relevance);
            yield return (word, new VideoFilters(Language: "en", Channel: "user_1"), SearchSort.Views);
            yield return (word.Remove(random.Next(word.Length), 1), new VideoFilters(Category: "comedy"), SearchSort.Relevance);
        }
    }

    /// <summary>All that a stranger can be told for a text.</summary>
    private static async Task<string> AnswerAsync(House house, string text, VideoFilters filters, SearchSort sort)
    {
        var found = await SearchAsync(house, text, filters, sort);
        return JsonSerializer.Serialize(
            new
            {
                text,
                hits = found.Items.Select(hit => new { hit.Asset.Id, hit.Title, hit.Description, hit.Channel, hit.PublishedAt }),
                found.Total,
                found.Facets,
                found.Meant,
                found.Cursor,
                suggestions = await house.Get<SuggestTitles>().ExecuteAsync(text, default),
            },
            DomainJson.Options);
    }

    private static Task<FoundVideos> SearchAsync(House house, string text, VideoFilters filters, SearchSort sort) =>
        house.Get<SearchVideos>().ExecuteAsync(new PublicQuery(text, filters, sort, true, new PageRequest(null, 50)), default);

    private static async Task<string> RelatedAsync(House house, Asset asset) =>
        string.Join(' ', (await house.Get<RelatedVideos>().ExecuteAsync(asset, 20, default)).Select(related => related.Asset.Id));

    private async Task RebuildAsync()
    {
        var (generations, generation, cursor) = (_all.Get<IIndexGenerations>(), SearchRebuild.At(_all.Clock.GetUtcNow()), (string?)null);
        await generations.BeginAsync(generation, default);
        do
        {
            cursor = (await _all.Get<FillSearch>().ExecuteAsync(new FillRequest(generation, cursor), default))!.Cursor;
        }
        while (cursor is not null);
        await generations.SwitchAsync(generation, default);
    }
}

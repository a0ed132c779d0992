using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Search.Discovery;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Local.Model;
using StreamPlatform.Orchestrations.Tests.Support;

namespace StreamPlatform.Orchestrations.Tests.Search;

/// <summary>A rebuild's workflow on the real engine and the real index.</summary>
public sealed class RebuildSearchTests
{
    [Fact]
    public async Task The_index_answers_as_before_until_it_answers_anew_also_across_a_crash()
    {
        await using var workshop = await Workshop.OpenAsync();
        var (store, index) = (workshop.Get<IAssetStore>(), workshop.Get<IPublicIndex>());
        var assets = Enumerable.Range(0, 230).Select(place => Public(workshop.Owner, place)).ToList();
        foreach (var asset in assets)
        {
            await store.AddAsync(asset, default);
        }

        // As an index that missed what became of it.
        await index.PutAsync(new IndexedVideo { AssetId = AssetIds.New(), Title = "Gone", ChannelId = "channel_1", PublishedAt = assets[0].CreatedAt }, default);
        var start = RebuildProgress.Begin(SearchRebuild.At(assets[0].CreatedAt));
        var id = SearchRebuild.InstanceId(start.Generation);
        await workshop.Engine.Client.StartOnceAsync(SearchRebuild.Workflow, id, start, default);
        await workshop.Engine.CrashAndRestartAsync();

        var ended = await workshop.Engine.WaitAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        var progress = JsonSerializer.Deserialize<RebuildProgress>(ended.SerializedCustomStatus!, DomainJson.Options)!;
        Assert.Equal((RebuildState.Done, 230), (progress.State, progress.Assets));
        Assert.Equal(230, (await SearchAsync(index, "walk")).Total);
        Assert.Equal(0, (await SearchAsync(index, "gone")).Total);
        Assert.True(await workshop.Get<IIndexGenerations>().IsFilledAsync(default));
    }

    private static Task<PublicHits> SearchAsync(IPublicIndex index, string text) =>
        index.SearchAsync(new PublicQuery(text, VideoFilters.None, SearchSort.Relevance, true, new PageRequest(null, 5)), default);

    private static Asset Public(string owner, int place) => new()
    {
        Id = AssetIds.New(),
        OwnerId = owner,
        Title = $"Walk {place}",
        State = AssetState.Ready,
        CreatedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(place),
        UpdatedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)],
        PublishedRunId = "1-0",
        Visibility = Visibility.Public,
    };
}

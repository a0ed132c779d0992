using StreamPlatform.Domain;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Tests.Contracts.Search;

/// <summary>What every <see cref="IIndexGenerations"/> must do; a subclass an adapter, on an index of its own.</summary>
public abstract class IndexGenerationsContract
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly IndexGeneration First = SearchRebuild.At(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    private protected abstract IPublicIndex Index { get; }
    private protected abstract IIndexGenerations Generations { get; }

    [SkippableFact]
    public async Task The_earlier_generation_answers_until_the_next_is_filled()
    {
        Assert.False(await Generations.IsFilledAsync(Ct));
        var (stale, kept, changed) = (Video("Stale"), Video("Kept"), Video("Changed"));
        foreach (var video in new[] { stale, kept, changed })
        {
            await Index.PutAsync(video, Ct);
        }

        await Generations.BeginAsync(First, Ct);
        Assert.True(await Generations.FillAsync(First, [kept, changed], Ct));
        Assert.Equal(["Changed", "Kept", "Stale"], await TitlesAsync());

        Assert.True(await Generations.SwitchAsync(First, Ct));
        Assert.Equal(["Changed", "Kept"], await TitlesAsync());
        Assert.True(await Generations.IsFilledAsync(Ct));
    }

    [SkippableFact]
    public async Task What_happens_meanwhile_reaches_both()
    {
        var (deleted, changed) = (Video("Deleted"), Video("Before"));
        await Index.PutAsync(deleted, Ct);
        await Generations.BeginAsync(First, Ct);
        await Generations.FillAsync(First, [deleted, changed], Ct);

        await Index.DeleteAsync(deleted.AssetId, Ct);
        await Index.PutAsync(changed with { Title = "After" }, Ct);
        await Index.PutAsync(Video("New"), Ct);

        Assert.Equal(["After", "New"], await TitlesAsync());
        await Generations.SwitchAsync(First, Ct);
        Assert.Equal(["After", "New"], await TitlesAsync());
    }

    [SkippableFact]
    public async Task Every_step_may_come_twice()
    {
        var video = Video("Once");
        await Generations.BeginAsync(First, Ct);
        await Generations.FillAsync(First, [video], Ct);
        await Generations.BeginAsync(First, Ct);
        await Generations.FillAsync(First, [video], Ct);
        Assert.True(await Generations.SwitchAsync(First, Ct));
        Assert.True(await Generations.SwitchAsync(First, Ct));
        await Generations.BeginAsync(First, Ct);

        Assert.Equal(["Once"], await TitlesAsync());
    }

    private static IndexedVideo Video(string title) => new()
    {
        AssetId = OpaqueId.New("asset"),
        Title = title,
        ChannelId = "user_1",
        PublishedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private async Task<IEnumerable<string>> TitlesAsync() =>
        (await Index.SearchAsync(new PublicQuery("", VideoFilters.None, SearchSort.Date, false, new PageRequest(null, 50)), Ct)).Items.Select(hit => hit.Title.Text).Order();
}

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Duplicates;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Tests.Processing;

public sealed class DuplicatesTests : IAsyncLifetime
{
    private const int Large = 5_000_000;

    private readonly House _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(2_097_152)]
    [InlineData(2_097_153)]
    [InlineData(Large)]
    public async Task The_same_file_is_found_and_one_that_differs_at_an_end_is_another(int bytes)
    {
        var first = await AddAsync(ContentOf(bytes));
        Assert.Null(await FindAsync(first));

        var second = await AddAsync(ContentOf(bytes));
        Assert.Contains(first.Id, (await FindAsync(second))?.Message, StringComparison.Ordinal);
        Assert.Equal("source.duplicate", (await FindAsync(second))?.Code);
        Assert.Null(await FindAsync(first));

        foreach (var place in new[] { 0, bytes - 1 }.Distinct())
        {
            var content = ContentOf(bytes);
            content[place] ^= 1;
            Assert.Null(await FindAsync(await AddAsync(content)));
        }

        Assert.Null(await FindAsync(await AddAsync([.. ContentOf(bytes), 0])));
    }

    [Fact]
    public async Task Of_two_that_come_at_once_the_younger_finds_the_older_and_never_the_other_way_round()
    {
        var (older, younger) = (await AddAsync(ContentOf(1000)), await AddAsync(ContentOf(1000)));
        await Task.WhenAll(FindAsync(younger), FindAsync(older));

        Assert.NotNull(await FindAsync(younger));
        Assert.Null(await FindAsync(older));
    }

    [Fact]
    public async Task What_is_somebody_elses_is_not_found()
    {
        await FindAsync(await AddAsync(ContentOf(1000), "user_other"));

        Assert.Null(await FindAsync(await AddAsync(ContentOf(1000))));
    }

    [Fact]
    public async Task What_is_in_the_trash_failed_or_goes_is_no_reason()
    {
        var first = await AddAsync(ContentOf(1000));
        await FindAsync(first);
        var second = await AddAsync(ContentOf(1000));
        Assert.NotNull(await FindAsync(second));

        foreach (var change in new Func<Asset, Asset>[]
        {
            asset => asset with { Trashed = new TrashMark(asset.CreatedAt, asset.CreatedAt) },
            asset => asset with { Trashed = null, State = AssetState.Failed, PublishedRunId = null },
            asset => asset with { State = AssetState.Deleting, PublishedRunId = "1-0123" },
        })
        {
            await _house.Get<Assets>().UpdateAsync(first.Id, change, default);
            Assert.Null(await FindAsync(second));
        }
    }

    [Fact]
    public async Task An_original_that_is_another_by_now_is_nobodys_duplicate()
    {
        var asset = await AddAsync(ContentOf(1000));

        Assert.Null(await _house.Get<Duplicates>().FindAsync(asset, asset.Source! with { ETag = "\"other\"" }, default));
    }

    private Task<Error?> FindAsync(Asset asset) => _house.Get<Duplicates>().FindAsync(asset, asset.Source!, default);

    /// <summary>A second after the one before.</summary>
    private async Task<Asset> AddAsync(byte[] content, string? owner = null)
    {
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = AssetIds.New();
        var path = new BlobPath(Containers.Uploads, $"{id}/upload_1");
        await _house.Blobs.WriteAsync(path, content, "video/mp4", default);
        var facts = (await _house.Blobs.FindAsync(path, default))!;
        var asset = new Asset
        {
            Id = id,
            OwnerId = owner ?? _house.Owner,
            Title = "The sea",
            State = AssetState.Ready,
            PublishedRunId = "1-0123",
            CreatedAt = _house.Clock.GetUtcNow(),
            UpdatedAt = _house.Clock.GetUtcNow(),
            Source = new SourceFile(path.Container, path.Name, facts.ETag, facts.Bytes, "sea.mp4"),
        };
        Assert.True(await _house.Get<IAssetStore>().AddAsync(asset, default));
        return asset;
    }

    private static byte[] ContentOf(int bytes)
    {
        var content = new byte[bytes];
        new Random(7).NextBytes(content);
        return content;
    }
}

using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Domain.Tests.Catalog;

/// <summary>What an owner says of an asset, as a merge patch of JSON.</summary>
public sealed class AssetChangeTests : IAsyncLifetime
{
    private readonly House _house = new();
    private string _assetId = "";

    public async Task InitializeAsync() => _assetId = (await _house.OpenAsync()).AssetId;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task What_is_absent_stays_and_null_clears()
    {
        await EditAsync("""
            {"description": "Waves.\nAll day.", "category": "travelAndEvents", "tags": [" sea ", "Tide", "SEA"], "language": "pt_br",
             "location": {"name": "Nazaré", "latitude": 39.6, "longitude": -9.07}, "licence": "ccBySa", "recordedAt": "2026-03-01T08:00:00+02:00"}
            """);

        var asset = await EditAsync("""{"title": "High tide", "description": null, "location": {"name": null}}""");

        Assert.Equal("High tide", asset.Title);
        Assert.Equal(["sea", "Tide"], asset.Metadata.Tags);
        Assert.Equal(
            new AssetMetadata
            {
                Category = VideoCategory.TravelAndEvents,
                Tags = asset.Metadata.Tags,
                Language = "pt-BR",
                Location = new AssetLocation(null, 39.6, -9.07),
                Licence = Licence.CcBySa,
                RecordedAt = new DateTimeOffset(2026, 3, 1, 6, 0, 0, TimeSpan.Zero),
            },
            asset.Metadata);

        asset = await EditAsync("""{"category": null, "tags": null, "language": null, "location": {"latitude": null, "longitude": null}, "licence": null, "recordedAt": null}""");
        Assert.Equal(AssetMetadata.None with { Tags = asset.Metadata.Tags }, asset.Metadata);
        Assert.Empty(asset.Metadata.Tags);
    }

    [Fact]
    public async Task What_changes_nothing_writes_nothing()
    {
        var once = """{"title": "Tide", "tags": ["sea", "sand"], "location": {"name": "Nazaré"}, "visibility": "private"}""";
        var first = await ExecuteAsync(once);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));

        var second = await ExecuteAsync(once);

        Assert.Equal(first.Value.ETag, second.Value.ETag);
        Assert.Equal(first.Value.ETag, (await ExecuteAsync("{}")).Value.ETag);
    }

    [Theory]
    [InlineData("""{"title": null}""", "asset.title_invalid")]
    [InlineData("""{"description": "a\u0000b"}""", "asset.description_invalid")]
    [InlineData("""{"tags": ["sea", ""]}""", "asset.tags_invalid")]
    [InlineData("""{"tags": ["sea", null]}""", "asset.tags_invalid")]
    [InlineData("""{"tags": ["a\nb"]}""", "asset.tags_invalid")]
    [InlineData("""{"language": "the language of the sea"}""", "asset.language_invalid")]
    [InlineData("""{"location": {"latitude": 10}}""", "asset.location_invalid")]
    [InlineData("""{"location": {"latitude": 91, "longitude": 0}}""", "asset.location_invalid")]
    [InlineData("""{"location": {"latitude": 0, "longitude": -180.5}}""", "asset.location_invalid")]
    [InlineData("""{"location": {"name": " "}}""", "asset.location_invalid")]
    [InlineData("""{"recordedAt": "1799-12-31T00:00:00Z"}""", "asset.recorded_at_invalid")]
    [InlineData("""{"recordedAt": "2026-03-16T00:00:00Z"}""", "asset.recorded_at_invalid")]
    [InlineData("""{"visibility": "scheduled"}""", "asset.publish_at_invalid")]
    [InlineData("""{"visibility": "scheduled", "publishAt": "2026-03-14T15:09:26Z"}""", "asset.publish_at_invalid")]
    [InlineData("""{"visibility": "scheduled", "publishAt": "2029-01-01T00:00:00Z"}""", "asset.publish_at_invalid")]
    [InlineData("""{"publishAt": "2026-04-01T00:00:00Z"}""", "asset.publish_at_invalid")]
    public async Task What_can_not_be_is_refused_and_nothing_is_written(string change, string code)
    {
        Assert.Equal((code, 400), ((await ExecuteAsync(change)).Error?.Code, (await ExecuteAsync(change)).Error?.Status));
        Assert.Equal("sea", (await _house.AssetAsync(_assetId)).Title);
    }

    [Fact]
    public async Task The_bounds_are_exact_and_in_characters()
    {
        var wave = "\U0001F30A";
        Assert.Equal(string.Concat(Enumerable.Repeat(wave, 5000)), (await EditAsync(new AssetChange { Description = string.Concat(Enumerable.Repeat(wave, 5000)) })).Metadata.Description);
        Assert.Equal("asset.description_invalid", (await ExecuteAsync(new AssetChange { Description = new string('a', 5001) })).Error?.Code);

        Assert.Equal(200 * wave.Length, (await EditAsync(new AssetChange { Title = string.Concat(Enumerable.Repeat(wave, 200)) })).Title.Length);
        Assert.Equal("asset.title_invalid", (await ExecuteAsync(new AssetChange { Title = new string('a', 201) })).Error?.Code);

        Assert.Equal(30, (await EditAsync(TagsOf(Enumerable.Range(0, 30).Select(n => $"tag {n}")))).Metadata.Tags.Count);
        Assert.Equal("asset.tags_invalid", (await ExecuteAsync(TagsOf(Enumerable.Range(0, 31).Select(n => $"tag {n}")))).Error?.Code);
        Assert.Equal(10, (await EditAsync(TagsOf(Enumerable.Range(0, 10).Select(n => new string((char)('a' + n), 50))))).Metadata.Tags.Count);
        Assert.Equal("asset.tags_invalid", (await ExecuteAsync(TagsOf(Enumerable.Range(0, 10).Select(n => new string((char)('a' + n), 50)).Append("x")))).Error?.Code);
        Assert.Equal("asset.tags_invalid", (await ExecuteAsync(TagsOf([new string('a', 51)]))).Error?.Code);

        Assert.Equal(100, (await EditAsync(new AssetChange { Location = new LocationChange { Name = new string('a', 100) } })).Metadata.Location!.Name!.Length);
        Assert.Equal("asset.location_invalid", (await ExecuteAsync(new AssetChange { Location = new LocationChange { Name = new string('a', 101) } })).Error?.Code);
    }

    [Theory]
    [InlineData("""{"visibility": 1}""")]
    [InlineData("""{"visibility": "1"}""")]
    [InlineData("""{"visibility": "everybody"}""")]
    [InlineData("""{"category": "music,sports"}""")]
    [InlineData("""{"licence": "gpl"}""")]
    public void Words_are_from_their_lists(string change) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AssetChange>(change, DomainJson.Options));

    [Fact]
    public async Task A_schedule_can_be_moved_until_it_has_come_and_goes_with_another_visibility()
    {
        await EditAsync("""{"visibility": "scheduled", "publishAt": "2026-03-15T10:00:00+01:00"}""");
        var moved = await EditAsync("""{"publishAt": "2026-03-14T16:00:00Z"}""");
        Assert.Equal((Visibility.Scheduled, new DateTimeOffset(2026, 3, 14, 16, 0, 0, TimeSpan.Zero)), (moved.Visibility, moved.PublishAt));

        _house.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("Tide", (await EditAsync("""{"title": "Tide", "publishAt": "2026-03-14T16:00:00Z"}""")).Title);
        Assert.Equal("asset.publish_at_invalid", (await ExecuteAsync("""{"publishAt": null}""")).Error?.Code);

        var cleared = await EditAsync("""{"visibility": null}""");
        Assert.Equal((Visibility.Unlisted, null), (cleared.Visibility, cleared.PublishAt));
    }

    private static AssetChange TagsOf(IEnumerable<string> tags) => new() { Tags = new((string?[])[.. tags]) };

    private Task<Result<Stored<Asset>>> ExecuteAsync(string change) => ExecuteAsync(JsonSerializer.Deserialize<AssetChange>(change, DomainJson.Options)!);

    private Task<Result<Stored<Asset>>> ExecuteAsync(AssetChange change) => _house.Get<EditAsset>().ExecuteAsync(_house.Owner, _assetId, change, null, default);

    private async Task<Asset> EditAsync(string change) => (await ExecuteAsync(change)).Value.Value;

    private async Task<Asset> EditAsync(AssetChange change) => (await ExecuteAsync(change)).Value.Value;
}

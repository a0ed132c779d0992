using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Feeds;
using StreamPlatform.Functions.Tests.Playback;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Feeds;

/// <summary>Channels as podcasts: nothing unless their owners say so, and only what is public and made.</summary>
public sealed class PodcastTests : IAsyncLifetime
{
    private static readonly XNamespace ITunes = "http://www.itunes.com/dtds/podcast-1.0.dtd", Podcast = "https://podcastindex.org/namespace/1.0";

    private readonly PlaybackHouse _house = new();
    private Asset _asset = null!;

    public async Task InitializeAsync() => _asset = await AddAsync("The sea");

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_channel_is_a_podcast_only_once_its_owner_says_so_and_until_they_take_it_back()
    {
        await MadeAsync(_asset, "und-128k", 1234);
        Assert.Equal((404, "feed.unknown"), Code(await FeedAsync()));
        Assert.Equal((404, "feed.episode_not_found"), Code(await EpisodeAsync(_asset, "audio.m4a")));

        var changed = await SayAsync(new { podcast = new { format = "audio", @explicit = true } });
        Assert.Equal("audio", JsonDocument.Parse(changed.Body).RootElement.GetProperty("podcast").GetProperty("format").GetString());
        Assert.Equal(200, (await FeedAsync()).Status);
        Assert.Equal(302, (await EpisodeAsync(_asset, "audio.m4a")).Status);

        await SayAsync(new { podcast = (object?)null });
        Assert.Equal((404, "feed.unknown"), Code(await FeedAsync()));
        Assert.Equal((404, "feed.episode_not_found"), Code(await EpisodeAsync(_asset, "audio.m4a")));
    }

    [Theory]
    [InlineData("audio", "und-128k", "audio.m4a", "audio/x-m4a", "podcast")]
    [InlineData("video", "720p", "video.mp4", "video/mp4", "video")]
    public async Task The_first_who_asks_has_files_made_and_whoever_asks_later_finds_them(string format, string rendition, string file, string type, string medium)
    {
        await SayAsync(new { podcast = new { format, @explicit = true } });

        for (var i = 0; i < 2; i++)
            Assert.Empty((await ItemsAsync()).Items);
        Assert.Equal(rendition, Assert.Single(_house.Queued).FindDownload());
        await MadeAsync(_asset, rendition, 1234);

        var (channel, items) = await ItemsAsync();
        var item = Assert.Single(items);
        var enclosure = item.Element("enclosure")!;
        Assert.Equal(($"http://localhost:7071/api/playback/{PlaybackId(_asset)}/episodes/{file}", "1234", type), (enclosure.Attribute("url")!.Value, enclosure.Attribute("length")!.Value, enclosure.Attribute("type")!.Value));
        Assert.Equal(("The sea", "61", "true", "full"), (item.Element("title")!.Value, item.Element(ITunes + "duration")!.Value, item.Element(ITunes + "explicit")!.Value, item.Element(ITunes + "episodeType")!.Value));
        Assert.Equal(("Channel", "en", "Music", medium), (channel.Element(ITunes + "author")!.Value, channel.Element("language")!.Value, channel.Element(ITunes + "category")!.Attribute("text")!.Value, channel.Element(Podcast + "medium")!.Value));
        Assert.True(Guid.TryParse(channel.Element(Podcast + "guid")!.Value, out var guid) && guid.Version == 5);
        Assert.All(new[] { "title", "link", "description" }, name => Assert.NotEqual("", channel.Element(name)!.Value));
        var found = await EpisodeAsync(_asset, file);
        Assert.Contains($"/{rendition}.mp4?", found.Headers.Location.ToString(), StringComparison.Ordinal);
        Assert.Equal((404, "feed.episode_not_found"), Code(await EpisodeAsync(_asset, file == "audio.m4a" ? "video.mp4" : "audio.m4a")));
    }

    [Fact]
    public async Task What_is_not_for_everybody_everywhere_is_no_episode()
    {
        await SayAsync(new { podcast = new { format = "audio" } });
        await MadeAsync(_asset, "und-128k", 1234);
        Assert.Single((await ItemsAsync()).Items);

        foreach (var change in new Func<Asset, Asset>[]
        {
            asset => asset with { Visibility = Visibility.Unlisted },
            asset => asset with { Visibility = Visibility.Private },
            asset => asset with { Restrictions = new ViewingRestrictions { DeniedCountries = ["NO"] } },
            asset => asset with { Restrictions = new ViewingRestrictions { AllowedOrigins = ["example.com"] } },
            asset => asset with { Renditions = [] },
        })
        {
            var before = (await _house.Get<IAssetStore>().FindAsync(_asset.Id, default))!.Value;
            await _house.Get<Assets>().UpdateAsync(_asset.Id, change, default);
            Assert.Empty((await ItemsAsync()).Items);
            Assert.Equal((404, "feed.episode_not_found"), Code(await EpisodeAsync(_asset, "audio.m4a")));
            await _house.Get<Assets>().UpdateAsync(_asset.Id, _ => before, default);
        }

        Assert.Single((await ItemsAsync()).Items);
    }

    private static string PlaybackId(Asset asset) => asset.PlaybackIds[0].Id;

    private async Task<Asset> AddAsync(string title)
    {
        var asset = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Public);
        asset = (await _house.Get<Assets>().UpdateAsync(
            asset.Id,
            found => found with
            {
                Title = title,
                Visibility = Visibility.Public,
                DurationSeconds = 61.2,
                Metadata = new AssetMetadata { Language = "en", Category = VideoCategory.Music },
                Renditions =
                [
                    new AssetRendition("1080p", "video", "avc1.4D401E", 1920, 1080, 5_000_000, 6_000_000),
                    new AssetRendition("720p", "video", "avc1.4D401E", 1280, 720, 2_000_000, 3_000_000),
                    new AssetRendition("360p", "video", "avc1.4D401E", 640, 360, 500_000, 600_000),
                    new AssetRendition("und-64k", "audio", "mp4a.40.2", 0, 0, 64_000, 64_000),
                    new AssetRendition("und-128k", "audio", "mp4a.40.2", 0, 0, 128_000, 128_000),
                ],
            },
            default)).Value;
        await _house.Function<VideoToChannels>().RunAsync(VideoEvents.OfPublication(asset), default);
        return asset;
    }

    /// <summary>The job's file is there.</summary>
    private Task MadeAsync(Asset asset, string rendition, int bytes) => _house.Blobs.WriteAsync(new RunPaths(asset.Id, asset.PublishedRunId!).Download(rendition), new byte[bytes], "video/mp4", default);

    private async Task<(int Status, string Body, IHeaderDictionary Headers)> SayAsync(object change)
    {
        var answer = await _house.GetAsync(_house.Function<PatchChannel>().RunAsync(Request("PATCH", "channels", await _house.NewKeyAsync(), change), Channel.DefaultIdOf(_asset.OwnerId), default));
        Assert.Equal(200, answer.Status);
        return answer;
    }

    private async Task<(XElement Channel, IReadOnlyList<XElement> Items)> ItemsAsync()
    {
        var channel = XDocument.Parse((await FeedAsync()).Body).Root!.Element("channel")!;
        return (channel, [.. channel.Elements("item")]);
    }

    private Task<(int Status, string Body, IHeaderDictionary Headers)> FeedAsync() =>
        _house.GetAsync(_house.Function<GetChannelFeed>().RunAsync(Request("GET", "channels"), Channel.DefaultIdOf(_asset.OwnerId), "podcast", default));

    private Task<(int Status, string Body, IHeaderDictionary Headers)> EpisodeAsync(Asset asset, string file) =>
        _house.GetAsync(_house.Function<GetEpisode>().RunAsync(Request("GET", "playback"), PlaybackId(asset), file, default));

    private static (int, string?) Code((int Status, string Body, IHeaderDictionary Headers) answer) => (answer.Status, JsonDocument.Parse(answer.Body).RootElement.GetProperty("code").GetString());
}

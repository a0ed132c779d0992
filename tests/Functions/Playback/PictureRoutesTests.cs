using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Functions.Playback;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Playback;

public sealed class PictureRoutesTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_watch_page_is_told_where_all_pictures_are()
    {
        var id = (await _house.AddAsync(AssetState.Ready)).PlaybackIds[0].Id;
        var (_, text, _) = await _house.GetAsync(_house.Function<GetWatch>().RunAsync(Request("GET", $"playback/{id}"), id, default));
        var body = JsonDocument.Parse(text).RootElement;
        Assert.Contains("/pictures/poster.jpg?e=", body.GetProperty("posterUrl").GetString(), StringComparison.Ordinal);
        Assert.Contains("/pictures/preview.mp4?e=", body.GetProperty("previewVideoUrl").GetString(), StringComparison.Ordinal);
        Assert.Contains("/pictures/preview.webp?e=", body.GetProperty("previewImageUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal($"/api/playback/{id}/r1/storyboard.vtt", body.GetProperty("storyboardUrl").GetString());
        Assert.False(body.TryGetProperty("waveformUrl", out _));
    }

    [Fact]
    public async Task A_storyboard_lists_signed_sheets_and_may_be_kept_while_those_work()
    {
        var id = (await _house.AddAsync(AssetState.Ready)).PlaybackIds[0].Id;
        var (status, text, headers) = await StoryboardAsync(id);
        Assert.Equal((200, "public, max-age=300", "text/vtt"), (status, headers.CacheControl.ToString(), headers.ContentType.ToString()));
        Assert.StartsWith("WEBVTT\n", text, StringComparison.Ordinal);
        Assert.Equal(4, text.Split("/storyboard/000000.jpg?e=").Length - 1);
        Assert.EndsWith("#xywh=480,0,160,90\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storyboard_of_a_signed_video_needs_the_token_like_its_segments()
    {
        var asset = await _house.AddAsync(AssetState.Ready, PlaybackPolicy.Signed);
        var id = asset.PlaybackIds[0].Id;
        Assert.Equal(401, (await StoryboardAsync(id)).Status);
        var query = await _house.OwnersQueryAsync(asset);
        Assert.Equal(200, (await StoryboardAsync(id, query)).Status);

        var links = (await _house.Get<IPlaybackLinks>().OfAsync(asset, default)).Pictures;
        Assert.Contains("/r1/storyboard.vtt?token=", links.Storyboard, StringComparison.Ordinal);
        Assert.Contains("/pictures/preview.webp?e=", links.PreviewImage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_without_a_storyboard_says_so()
    {
        var asset = await _house.AddAsync(AssetState.Ready);
        var stored = new RunPaths(asset.Id, asset.RunId!).Presentation;
        var presentation = JsonSerializer.Deserialize<Presentation>(await _house.Blobs.ReadAsync(stored, 100_000, default), DomainJson.Options)!;
        await _house.Blobs.WriteAsync(stored, JsonSerializer.SerializeToUtf8Bytes(presentation with { Storyboard = null }, DomainJson.Options), "application/json", default);

        var (status, body, _) = await StoryboardAsync(asset.PlaybackIds[0].Id);
        Assert.Equal((404, "playback.no_storyboard"), (status, JsonDocument.Parse(body).RootElement.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_not_published_has_no_pictures_yet()
    {
        var asset = await _house.AddAsync(AssetState.Processing);
        Assert.Equal(PictureLinks.None, (await _house.Get<IPlaybackLinks>().OfAsync(asset, default)).Pictures);
    }

    private Task<(int Status, string Body, IHeaderDictionary Headers)> StoryboardAsync(string id, string query = "") =>
        _house.GetAsync(_house.Function<GetStoryboard>().RunAsync(Request("GET", $"playback/{id}/r1/storyboard.vtt", query: query), id, 1, default));
}

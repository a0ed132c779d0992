using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Catalog.Events;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Domain.Uploads;
using StreamPlatform.Domain.Accounts;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Catalog;

public sealed class ChannelRoutesTests : IAsyncLifetime
{
    private readonly FunctionsHouse _house = new();
    private string _key = "";

    public async Task InitializeAsync() => _key = await _house.NewKeyAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_channel_is_made_read_by_anybody_changed_by_its_etag_and_deleted()
    {
        var made = await _house.AnswerAsync(_house.Function<PostChannel>().RunAsync(
            Request("POST", "channels", _key, """{"handle":"@Sea","name":"The sea","links":[{"title":"Home","url":"https://example.com/"}]}"""), default));
        Assert.Equal((201, "sea", "The sea"), (made.Status, made.Text("handle"), made.Text("name")));
        var id = made.Text("id")!;
        Assert.Equal($"/api/channels/{id}", made.Headers.Location);

        var read = await _house.AnswerAsync(_house.Function<GetOneChannel>().RunAsync(Request("GET", "channels/@sea"), "@sea", default));
        Assert.Equal(id, read.Text("id"));
        Assert.Equal(made.Headers.ETag, read.Headers.ETag);

        var request = Request("PATCH", $"channels/{id}", _key, """{"name":"The ocean","links":null}""");
        request.Headers.IfMatch = read.Headers.ETag;
        var changed = await _house.AnswerAsync(_house.Function<PatchChannel>().RunAsync(request, id, default));
        Assert.Equal(("The ocean", 0), (changed.Text("name"), changed.Body.GetProperty("links").GetArrayLength()));

        Assert.Equal(1, (await _house.AnswerAsync(_house.Function<GetChannels>().RunAsync(Request("GET", "channels", _key), default))).Body.GetProperty("items").GetArrayLength());
        Assert.Equal(204, (await _house.AnswerAsync(_house.Function<DeleteOneChannel>().RunAsync(Request("DELETE", $"channels/{id}", _key), id, default))).Status);
        (await _house.AnswerAsync(_house.Function<GetOneChannel>().RunAsync(Request("GET", "channels/sea"), "sea", default))).IsProblem(404, "channel.not_found");
    }

    [Fact]
    public async Task Its_public_videos_are_listed_for_anybody()
    {
        var upload = (await _house.Get<CreateUpload>().ExecuteAsync(EnsureFirstApiKey.FirstOwnerId, new NewUpload("sea.mp4", 10, "The sea"), default)).Value;
        var asset = (await _house.Get<Assets>().UpdateAsync(upload.Upload.AssetId, asset => asset with { State = AssetState.Ready, PublishedRunId = "1-aa", Visibility = Visibility.Public }, default)).Value;
        await _house.Function<VideoToChannels>().RunAsync(VideoEvents.OfPublication(asset), default);

        var channel = Channel.DefaultIdOf(asset.OwnerId);
        var listed = await VideosAsync(channel);

        var video = Assert.Single(listed.Body.GetProperty("items").EnumerateArray());
        Assert.Equal(("The sea", $"http://localhost:7071/watch/{upload.PlaybackId}"), (video.GetProperty("title").GetString(), video.GetProperty("watchUrl").GetString()));
        (await VideosAsync("@nobody")).IsProblem(404, "channel.not_found");
        (await VideosAsync(channel, "?cursor=nonsense")).IsProblem(400, "request.cursor_invalid");
        (await VideosAsync(channel, "?limit=0")).IsProblem(400, "request.limit_invalid");
    }

    private Task<Answer> VideosAsync(string channel, string query = "") =>
        _house.AnswerAsync(_house.Function<GetChannelVideos>().RunAsync(Request("GET", $"channels/{channel}/videos", query: query), channel, default));
}

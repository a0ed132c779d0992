using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Extensions;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Processing;

public sealed class RenditionRequestTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();
    private readonly RecordingDurableClient _client = new();
    private Asset _asset = null!;
    private string _key = "";

    public async Task InitializeAsync()
    {
        _key = await _house.NewKeyAsync();
        var added = await _house.AddAsync(AssetState.Ready);
        _asset = (await _house.Get<Assets>().UpdateAsync(
            added.Id,
            asset => asset with { SourcePicture = new SourcePicture(1280, 720), Renditions = [new AssetRendition("360p", "video", "avc1.4D401E", 640, 360, 1, 1)] },
            default)).Value;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task The_first_request_starts_one_workflow_and_those_after_it_find_it()
    {
        for (var i = 0; i < 2; i++)
        {
            var (status, body) = await PostAsync("""{"name":"720p-av1"}""");
            Assert.Equal((202, "making"), (status, body.GetProperty("status").GetString()));
        }

        var run = Assert.IsType<ExtensionRun>(Assert.Single(_client.Started).Value);
        Assert.Equal((1, 1, "720p-av1", false), (run.Generation, run.Number, Assert.Single(run.Wanted).Name, run.IsEconomy));
    }

    [Theory]
    [InlineData("""{"name":"360p"}""", 200, null)]
    [InlineData("""{"height":360}""", 200, null)]
    [InlineData("""{"height":720,"codec":"hevc"}""", 202, null)]
    [InlineData("""{"name":"1080p-av1"}""", 422, "rendition.upsample")]
    [InlineData("""{"name":"721p"}""", 404, "rendition.unknown")]
    [InlineData("""{"height":720,"codec":"mpeg2"}""", 404, "rendition.unknown")]
    [InlineData("{}", 400, "rendition.name_missing")]
    public async Task Every_wish_is_answered(string wish, int status, string? code)
    {
        var (answered, body) = await PostAsync(wish);
        Assert.Equal((status, code), (answered, body.TryGetProperty("code", out var found) ? found.GetString() : null));
        Assert.Equal(status == 202 ? 1 : 0, _client.Started.Count);
    }

    [Fact]
    public async Task Only_one_at_a_time_is_made()
    {
        await PostAsync("""{"name":"720p-av1"}""");
        var (status, body) = await PostAsync("""{"name":"720p"}""");
        Assert.Equal((409, "rendition.busy"), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task After_so_many_only_processing_again_helps()
    {
        await _house.Get<Assets>().UpdateAsync(
            _asset.Id, asset => asset with { Extension = new RevisionExtension(ExtendAsset.Most, asset.Generation, "extend-24", [], default) { State = ExtensionState.Failed } }, default);
        var (status, body) = await PostAsync("""{"name":"720p"}""");
        Assert.Equal((409, "rendition.too_many"), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_has_no_picture_gets_none()
    {
        await _house.Get<Assets>().UpdateAsync(_asset.Id, asset => asset with { SourcePicture = null, Renditions = [] }, default);
        var (status, body) = await PostAsync("""{"name":"720p"}""");
        Assert.Equal((422, "rendition.no_video"), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Nobody_but_the_owner_asks_or_sees()
    {
        var stranger = await _house.NewStrangerAsync();
        Assert.Equal(404, (await PostAsync("""{"name":"720p-av1"}""", stranger)).Status);
        Assert.Equal(404, (await _house.GetAsync(_house.Function<GetRenditions>().RunAsync(Request("GET", "", stranger), _asset.Id, default))).Status);
        Assert.Empty(_client.Started);
    }

    [Fact]
    public async Task The_list_tells_what_there_is_what_is_made_and_what_there_could_be()
    {
        await PostAsync("""{"name":"720p"}""");

        var (_, body, _) = await _house.GetAsync(_house.Function<GetRenditions>().RunAsync(Request("GET", "", _key), _asset.Id, default));

        var items = JsonDocument.Parse(body).RootElement.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!, item => item.GetProperty("status").GetString());
        Assert.Equal(("ready", "making", "available"), (items["360p"], items["720p"], items["720p-av1"]));
    }

    [Fact]
    public async Task A_download_of_a_rendition_that_was_not_made_has_it_made_first()
    {
        var (status, body, _) = await _house.GetAsync(_house.Function<GetOneDownload>().RunAsync(Request("GET", "", _key), _asset.Id, "720p", _client, default));

        Assert.Equal((202, "making"), (status, JsonDocument.Parse(body).RootElement.GetProperty("status").GetString()));
        Assert.Equal("720p", Assert.IsType<ExtensionRun>(Assert.Single(_client.Started).Value).Wanted[0].Name);
    }

    [Fact]
    public async Task What_could_not_be_made_is_told_to_who_waits_for_the_download_and_tried_again_for_who_asks()
    {
        await PostAsync("""{"name":"720p"}""");
        await _house.Get<Assets>().UpdateAsync(
            _asset.Id, asset => asset with { Extension = asset.Extension! with { State = ExtensionState.Failed, Failure = new AssetFailure("transcode.failed", "No.") } }, default);

        var (status, body, _) = await _house.GetAsync(_house.Function<GetOneDownload>().RunAsync(Request("GET", "", _key), _asset.Id, "720p", _client, default));
        Assert.Equal((200, "failed"), (status, JsonDocument.Parse(body).RootElement.GetProperty("status").GetString()));
        Assert.Single(_client.Started);

        Assert.Equal(202, (await PostAsync("""{"name":"720p"}""")).Status);
        Assert.Equal(2, _client.Started.Count);
    }

    private async Task<(int Status, JsonElement Body)> PostAsync(string wish, string? key = null)
    {
        var (status, body, _) = await _house.GetAsync(_house.Function<PostRendition>()
            .RunAsync(Request("POST", $"assets/{_asset.Id}/renditions", key ?? _key, JsonDocument.Parse(wish).RootElement), _asset.Id, _client, default));
        return (status, JsonDocument.Parse(body).RootElement);
    }
}

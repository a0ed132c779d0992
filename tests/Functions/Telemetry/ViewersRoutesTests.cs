using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Telemetry.Analytics;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;

namespace StreamPlatform.Functions.Tests.Telemetry;

public sealed class ViewersRoutesTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new(("Streams:PerAccount", "2"));
    private Watching _watching = null!;
    private string _owner = "", _asset = "";

    public async Task InitializeAsync()
    {
        _watching = new Watching(_house);
        _owner = await _house.NewKeyAsync();
        _asset = (await _house.AddAsync(AssetState.Ready)).Id;
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task An_owner_is_told_who_watches_as_they_come_and_go_and_the_stream_ends_before_it_is_cut()
    {
        var (stream, running) = Open();
        await stream.WaitForAsync("\"now\":0", _house.Clock);
        await _watching.WatchAsync(_watching.Session("ses_1", _asset), TimeSpan.FromSeconds(10));
        await stream.WaitForAsync("\"now\":1", _house.Clock);
        await _watching.WatchAsync(_watching.Session("ses_2", _asset), TimeSpan.FromSeconds(10));
        await stream.WaitForAsync("\"now\":2", _house.Clock);

        for (var second = 0; second < 230 && !running.IsCompleted; second++)
            await stream.TickAsync(_house.Clock, TimeSpan.FromSeconds(1));

        await running.WaitAsync(TimeSpan.FromMinutes(1));
        var last = Snapshots(stream.Text)[^1];
        Assert.Equal((0, 60), (last.GetProperty("now").GetInt32(), last.GetProperty("minutes").GetArrayLength()));
        Assert.Equal(2, last.GetProperty("minutes").EnumerateArray().Max(minute => minute.GetInt32()));
        Assert.StartsWith("retry: 1000\n\nid: ", stream.Text, StringComparison.Ordinal);
        Assert.Contains(": still here", stream.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_is_told_nothing_they_have_seen()
    {
        var (first, _) = Open();
        await first.WaitForAsync("\"now\":0", _house.Clock);
        var seen = first.Text.Split("id: ")[1].Split('\n')[0];

        var (again, _) = Open(seen);
        await again.WaitForAsync(": still here", _house.Clock);

        Assert.DoesNotContain(seen, again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_has_no_more_streams_than_it_may_and_one_more_when_one_is_closed()
    {
        using var closed = new CancellationTokenSource();
        var (first, one) = Open(aborted: closed.Token);
        var (second, _) = Open();
        await first.WaitForAsync("\"now\":0", _house.Clock);
        await second.WaitForAsync("\"now\":0", _house.Clock);

        var (third, refused) = Open();
        await refused.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("request.too_many_streams", JsonDocument.Parse(third.Text).RootElement.GetProperty("code").GetString());

        await closed.CancelAsync();
        await one.WaitAsync(TimeSpan.FromMinutes(1));
        await Open().Stream.WaitForAsync("\"now\":0", _house.Clock);
    }

    [Fact]
    public async Task Without_a_stream_it_is_told_once_of_the_video_its_channel_and_the_platform()
    {
        await _watching.WatchAsync(_watching.Session("ses_1", _asset), TimeSpan.FromSeconds(10));
        var channel = await _house.Get<Domain.Catalog.Channels.Channels>().OfAsync((await _house.Get<IAssetStore>().FindAsync(_asset, default))!.Value, default);

        foreach (var answer in new[]
        {
            _house.Function<GetAssetViewers>().RunAsync(Request(), _asset, default),
            _house.Function<GetChannelViewers>().RunAsync(Request(), channel.Id, default),
            _house.Function<GetPlatformViewers>().RunAsync(Request(), default),
            _house.Function<GetPlatformViewers>().RunAsync(Request($"?assetId={_asset}"), default),
        })
        {
            var (status, body, _) = await _house.GetAsync(answer);
            Assert.Equal((200, 1), (status, JsonDocument.Parse(body).RootElement.GetProperty("now").GetInt32()));
        }

        Assert.Equal(404, (await _house.GetAsync(_house.Function<GetPlatformViewers>().RunAsync(Request("?assetId=mine"), default))).Status);
    }

    private (PipeStream Stream, Task Running) Open(string lastId = "", CancellationToken aborted = default)
    {
        var request = Request();
        request.Headers.Accept = "text/event-stream";
        request.Headers["Last-Event-ID"] = lastId;
        var stream = new PipeStream();
        var context = new DefaultHttpContext { Response = { Body = stream }, RequestAborted = aborted };
        return (stream, RunAsync());

        async Task RunAsync() => await (await _house.Function<GetAssetViewers>().RunAsync(request, _asset, default)).ExecuteAsync(context);
    }

    private HttpRequest Request(string query = "") => FunctionsHouse.Request("GET", $"analytics/assets/{_asset}/viewers", key: _owner, query: query);

    private static List<JsonElement> Snapshots(string text) =>
    [
        .. text.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line["data: ".Length..]).RootElement),
    ];
}

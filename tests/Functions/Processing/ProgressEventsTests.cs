using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Functions.Processing;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Processing;

public sealed class ProgressEventsTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_ready_asset_is_one_snapshot_and_the_end()
    {
        var asset = await _house.AddAsync(AssetState.Ready);

        var (status, text, headers) = await _house.GetAsync(EventsAsync(asset, await _house.OwnersQueryAsync(asset)));

        Assert.Equal((200, "no-cache, no-store"), (status, headers.CacheControl.ToString()));
        var snapshot = Assert.Single(Snapshots(text)).Data;
        Assert.Equal("ready", snapshot.GetProperty("stage").GetString());
        Assert.Equal(3, snapshot.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_client_that_has_seen_the_end_is_told_not_to_come_back()
    {
        var asset = await _house.AddAsync(AssetState.Ready);
        var query = await _house.OwnersQueryAsync(asset);
        var seen = Snapshots((await _house.GetAsync(EventsAsync(asset, query))).Body).Single().Id;

        Assert.Equal(204, (await _house.GetAsync(EventsAsync(asset, query, seen))).Status);
        Assert.Equal(200, (await _house.GetAsync(EventsAsync(asset, query, "1"))).Status);
    }

    [Fact]
    public async Task A_growing_asset_is_told_of_as_it_grows_with_heartbeats_between_and_an_end_before_the_time_limit()
    {
        var asset = await _house.AddAsync(AssetState.Processing);
        var stream = new PipeStream();
        var context = new DefaultHttpContext { Response = { Body = stream } };
        var running = (await EventsAsync(asset, await _house.OwnersQueryAsync(asset))).ExecuteAsync(context);

        await stream.WaitForAsync("\"playable\":false", _house.Clock);
        await _house.ProgressAsync(asset, "head", "360p", 12800, 1);
        await _house.ProgressAsync(asset, "audio", "und-128k", 48000, 1);
        await stream.WaitForAsync("\"playable\":true", _house.Clock);
        await stream.WaitForAsync(": still here", _house.Clock);
        for (var second = 0; second < 230 && !running.IsCompleted; second++)
        {
            await stream.TickAsync(_house.Clock, TimeSpan.FromSeconds(1));
        }

        await running.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(2, Snapshots(stream.Text).Count);
    }

    [Fact]
    public async Task Only_the_owner_may_watch()
    {
        var asset = await _house.AddAsync(AssetState.Processing);
        var other = await _house.AddAsync(AssetState.Processing);

        Assert.Equal(401, (await _house.GetAsync(EventsAsync(asset, ""))).Status);
        Assert.Equal(401, (await _house.GetAsync(EventsAsync(asset, await _house.OwnersQueryAsync(other)))).Status);
        Assert.Equal(401, (await _house.GetAsync(EventsAsync(asset, "?token=x"))).Status);
    }

    [Fact]
    public async Task The_jobs_of_a_run_are_listed_with_their_state()
    {
        var asset = await _house.AddAsync(AssetState.Processing);
        await _house.DoneAsync(asset, "head", "360p", 12800, 2);
        await _house.ProgressAsync(asset, "audio", "und-128k", 48000, 1);

        var (_, body, _) = await _house.GetAsync(_house.Function<GetJobs>().RunAsync(
            Request("GET", $"assets/{asset.Id}/jobs", await _house.NewKeyAsync()), asset.Id, default));

        var items = JsonDocument.Parse(body).RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(
            [("head", "done"), ("audio", "running"), ("video-c0", "queued")],
            items.Select(item => (item.GetProperty("id").GetString(), item.GetProperty("state").GetString())));
        Assert.Equal("headStart", items[0].GetProperty("kind").GetString());
    }

    private Task<IResult> EventsAsync(Asset asset, string query, string lastId = "")
    {
        var request = Request("GET", $"assets/{asset.Id}/events", query: query);
        request.Headers["Last-Event-ID"] = lastId;
        return _house.Function<GetEvents>().RunAsync(request, asset.Id, default);
    }

    private static List<(string Id, JsonElement Data)> Snapshots(string text) =>
    [
        .. text.Split("\n\n")
            .Where(block => block.StartsWith("id: ", StringComparison.Ordinal))
            .Select(block => block.Split('\n'))
            .Select(lines => (lines[0][4..], JsonDocument.Parse(lines[2]["data: ".Length..]).RootElement)),
    ];
}

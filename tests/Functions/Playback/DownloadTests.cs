using System.Text.Json;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback.Downloads;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Tests.Support;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Playback;

public sealed class DownloadTests : IAsyncLifetime
{
    private readonly PlaybackHouse _house = new();
    private Asset _asset = null!;
    private readonly RecordingDurableClient _client = new();
    private string _key = "";

    public async Task InitializeAsync()
    {
        _key = await _house.NewKeyAsync();
        _asset = await _house.AddAsync(AssetState.Ready);
    }

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task The_first_request_has_the_file_made_and_those_after_it_wait()
    {
        for (var i = 0; i < 3; i++)
        {
            var (status, body, headers) = await GetAsync("360p");
            Assert.Equal((202, "making"), (status, body.GetProperty("status").GetString()));
            Assert.Equal("2", headers.RetryAfter.ToString());
        }

        Assert.Equal(WorkItem.ForDownload(_asset.Id, _asset.RunId!, "360p"), Assert.Single(_house.Queued));
    }

    [Fact]
    public async Task A_file_that_is_there_is_given_by_a_signed_address_and_its_length()
    {
        await _house.Blobs.CreateAsync(Paths.Download("360p"), new byte[1234], "video/mp4", default);

        var (status, body, _) = await GetAsync("360p");

        Assert.Equal((200, "ready", 1234), (status, body.GetProperty("status").GetString(), body.GetProperty("bytes").GetInt64()));
        Assert.StartsWith($"http://localhost:7071/media/{Paths.Prefix}downloads/360p.mp4?e=", body.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Empty(_house.Queued);
    }

    [Fact]
    public async Task A_failure_is_told_and_after_a_while_it_is_tried_again()
    {
        var note = new DownloadNote { RequestedAt = _house.Clock.GetUtcNow(), Failure = new AssetFailure("download.failed", "No.") };
        await _house.Blobs.WriteAsync(Paths.DownloadNote("360p"), JsonSerializer.SerializeToUtf8Bytes(note, DomainJson.Options), "application/json", default);

        var (status, body, _) = await GetAsync("360p");
        Assert.Equal((200, "failed"), (status, body.GetProperty("status").GetString()));
        Assert.Equal("download.failed", body.GetProperty("failure").GetProperty("code").GetString());

        _house.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(202, (await GetAsync("360p")).Status);
        Assert.Single(_house.Queued);
    }

    [Fact]
    public async Task A_clip_is_a_file_of_its_own()
    {
        Assert.Equal(202, (await GetAsync("360p", _key, "?start=1&end=3.5")).Status);
        Assert.Equal(202, (await GetAsync("360p", _key, "?start=1.0&end=3.5000")).Status);
        Assert.Equal("download-360p@1000-3500", Assert.Single(_house.Queued).ItemId);
        Assert.Equal(202, (await GetAsync("360p", _key, "?start=7&end=3600")).Status);
        Assert.Equal("download-360p@7000-8000", _house.Queued[^1].ItemId);
    }

    [Theory]
    [InlineData("?start=3")]
    [InlineData("?start=3&end=3")]
    [InlineData("?start=-1&end=3")]
    [InlineData("?start=8&end=9")]
    [InlineData("?start=x&end=9")]
    public async Task A_span_that_can_not_be_is_refused(string query)
    {
        var (status, body, _) = await GetAsync("360p", _key, query);
        Assert.Equal((400, "download.range_invalid"), (status, body.GetProperty("code").GetString()));
        Assert.Empty(_house.Queued);
    }

    [Fact]
    public async Task Nobody_but_the_owner_gets_one()
    {
        Assert.Equal((404, "asset.not_found"), await RefusedAsync(_asset.Id, "360p", await _house.NewStrangerAsync()));
        Assert.Equal(401, (await GetAsync("360p", key: null)).Status);
        Assert.Empty(_house.Queued);
    }

    [Fact]
    public async Task A_rendition_that_is_not_there_and_a_video_that_is_not_ready_are_told_apart()
    {
        Assert.Equal((404, "playback.track_not_found"), await RefusedAsync(_asset.Id, "4320p", _key));
        var unready = await _house.AddAsync(AssetState.Processing);
        Assert.Equal((409, "asset.not_ready"), await RefusedAsync(unready.Id, "360p", _key));
        Assert.Empty(_house.Queued);
    }

    private RunPaths Paths => new(_asset.Id, _asset.RunId!);

    private Task<(int Status, JsonElement Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> GetAsync(string rendition) => GetAsync(rendition, _key);

    private Task<(int Status, JsonElement Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> GetAsync(string rendition, string? key, string query = "") => GetAsync(_asset.Id, rendition, key, query);

    private async Task<(int Status, JsonElement Body, Microsoft.AspNetCore.Http.IHeaderDictionary Headers)> GetAsync(string assetId, string rendition, string? key, string query)
    {
        var (status, body, headers) = await _house.GetAsync(_house.Function<GetOneDownload>()
            .RunAsync(Request("GET", $"assets/{assetId}/downloads/{rendition}", key, query: query), assetId, rendition, _client, default));
        return (status, JsonDocument.Parse(body).RootElement, headers);
    }

    private async Task<(int Status, string? Code)> RefusedAsync(string assetId, string rendition, string key)
    {
        var (status, body, _) = await GetAsync(assetId, rendition, key, "");
        return (status, body.GetProperty("code").GetString());
    }
}

using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Operations.Tiers;
using StreamPlatform.Functions.Catalog;
using StreamPlatform.Functions.Operations;
using StreamPlatform.Functions.Playback;
using StreamPlatform.Functions.Tests.Playback;
using StreamPlatform.Functions.Tests.Support;
using StreamPlatform.Local.Model;
using static StreamPlatform.Functions.Tests.Support.FunctionsHouse;

namespace StreamPlatform.Functions.Tests.Operations;

public sealed class TierRouteTests : IAsyncDisposable
{
    private readonly PlaybackHouse _house = new();
    private readonly RecordingDurableClient _client = new();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Theory]
    [InlineData("""{"move":true}""", true, "tiers-202603141509-move")]
    [InlineData("""{"move":false}""", false, "tiers-202603141509-dry")]
    [InlineData("{}", false, "tiers-202603141509-dry")]
    public async Task An_operator_has_media_moved_only_where_that_is_asked_for(string body, bool moves, string id)
    {
        var request = Request("POST", "operations/tiers", body: JsonDocument.Parse(body).RootElement);
        var (status, _, _) = await _house.GetAsync(new PostTiers(_house.Clock).RunAsync(request, _client, default));

        Assert.Equal(202, status);
        var started = Assert.Single(_client.Started);
        Assert.Equal((id, moves), (started.Key, Assert.IsType<TierSweep>(started.Value).Moves));
    }

    [Theory]
    [InlineData("tiers-202001010000-dry")]
    [InlineData("process-asset_1")]
    public async Task A_look_that_nobody_asked_for_is_not_found(string id)
    {
        var (status, body, _) = await _house.GetAsync(new GetTiers().RunAsync(Request("GET", ""), id, _client, default));
        Assert.Equal(404, status);
        Assert.Contains("tiers.not_found", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TierMode.Off, 0)]
    [InlineData(TierMode.Report, 1)]
    [InlineData(TierMode.Move, 1)]
    public async Task Each_night_is_as_the_settings_have_it(TierMode mode, int started)
    {
        await new TierNightly(new TierOptions { Nightly = mode }, _house.Clock).RunAsync(new TimerInfo(), _client, default);

        Assert.Equal(started, _client.Started.Count);
        Assert.All(_client.Started, sweep => Assert.Equal(mode == TierMode.Move, ((TierSweep)sweep.Value!).Moves));
    }

    [Fact]
    public async Task Who_wants_to_watch_what_is_in_the_archive_is_told_so_and_has_it_brought_back()
    {
        var asset = await _house.AddAsync(AssetState.Ready);
        await _house.Get<Assets>().UpdateAsync(asset.Id, stored => stored with { Archived = new ArchiveMark(_house.Clock.GetUtcNow()) }, default);
        var id = asset.PlaybackIds[0].Id;

        var (status, body, headers) = await _house.GetAsync(_house.Function<GetHls>().RunAsync(Request("GET", $"playback/{id}.m3u8"), id, default));

        Assert.Equal((503, "3600"), (status, headers.RetryAfter.ToString()));
        Assert.Contains("playback.archived", body, StringComparison.Ordinal);
        await _house.Function<VideoToTimers>().RunAsync(new Domain.Catalog.Events.VideoEvent("e", "video.updated", asset.Id, _house.Clock.GetUtcNow()), _client, default);
        Assert.IsType<MediaRecall>(Assert.Single(_client.Started).Value);
    }
}

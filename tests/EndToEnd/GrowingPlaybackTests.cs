using System.Net;
using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>The owner watches while the ladder is still being made; everybody else waits until it is ready.</summary>
public sealed class GrowingPlaybackTests : IAsyncLifetime
{
    private Platform _platform = null!;

    public async Task InitializeAsync() => _platform = await Platform.StartAsync();

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task The_owner_starts_watching_before_the_ladder_is_done_and_moves_over_to_it_without_a_break()
    {
        var creator = new Creator(_platform);
        var source = await Samples.VideoAsync(_platform.Folder, "source.mp4", seconds: 30, size: "1280x720");
        var assetId = await creator.UploadAsync(source);

        await Eventually.HoldsAsync(
            async () => (await creator.FindAsync(assetId))!.Value.GetProperty("playable").GetBoolean(),
            TimeSpan.FromMinutes(2),
            "a first segment is listed");
        var asset = (await creator.FindAsync(assetId))!.Value;
        Assert.Equal("processing", asset.GetProperty("status").GetString());
        var playbackId = asset.GetProperty("playbackIds")[0].GetProperty("id").GetString()!;
        using var stranger = new HttpClient { BaseAddress = _platform.Url };
        Assert.Equal(HttpStatusCode.Conflict, (await stranger.GetAsync(new Uri(_platform.Url, $"/api/playback/{playbackId}.m3u8"))).StatusCode);

        var watch = new UriBuilder(asset.GetProperty("watchUrl").GetString()!)
        {
            Query = $"token={asset.GetProperty("previewToken").GetString()}",
        };
        var playback = await Browser.PlayAsync(watch.ToString(), timeoutSeconds: 300);

        Assert.True(playback.Ended, playback.ToString());
        Assert.Empty(playback.PlayerErrors);
        Assert.Empty(playback.Failures);
        Assert.InRange(playback.CurrentTime, 29.9, 30.1);
        Assert.True(playback.Revision > 0, "the player stayed on the growing revision");
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(new Uri(_platform.Url, $"/api/playback/{playbackId}.m3u8"))).StatusCode);
    }
}

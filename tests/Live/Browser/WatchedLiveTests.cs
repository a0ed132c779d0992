using StreamPlatform.Live.Tests.Nodes;
using StreamPlatform.Media.Live;
using StreamPlatform.Tests.Players;
using Xunit.Abstractions;

namespace StreamPlatform.Live.Tests.Browser;

/// <summary>From an encoder's pictures to a viewer's screen, by hls.js in Chromium.</summary>
public sealed class WatchedLiveTests(ITestOutputHelper output)
{
    /// <summary>That are watched at least.</summary>
    private const int Seconds = 4;

    [SkippableFact]
    public async Task A_viewer_sees_the_stream_in_parts_and_changes_the_picture_size()
    {
        Skip.If(Player.Missing is not null, Player.Missing);
        var platform = new Admissions();
        await using var node = await RunningNode.StartAsync(platform, RunningNode.Settings with { Ladder = new LiveLadder([360, 180]) });
        var epoch = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        using var encoder = Pushing.Clock(node.Rtmp, Admissions.Key, epoch, seconds: 600);
        await platform.Shown.WaitAsync(TimeSpan.FromMinutes(1));

        var watched = await Watched.WatchAsync(
            new
            {
                url = new Uri(node.Viewer.BaseAddress!, $"{Admissions.Path}/index.m3u8"),
                epoch = epoch.ToUnixTimeMilliseconds(),
                seconds = Seconds,
                settings = new { liveSyncDuration = 1.3, liveMaxLatencyDuration = 3, maxLiveSyncPlaybackRate = 1.25 },
            });

        var steady = watched.Latencies.Where(picture => picture.At > 2).Select(picture => picture.Latency).Order().ToList();
        output.WriteLine(FormattableString.Invariant(
            $"{steady.Count} pictures, latency median {steady[steady.Count / 2]:0.00} s, least {steady[0]:0.00} s, of 95 % at most {steady[steady.Count * 95 / 100]:0.00} s; playing after {watched.Playing:0.00} s; {watched.Parts} parts, {watched.Stalls} stalls"));
        Assert.True(watched.Errors.Count == 0, string.Join('\n', watched.Errors));
        Assert.Equal([180, 360], watched.Levels.Order());
        Assert.True(watched.Parts > 10, $"Only {watched.Parts} parts were fetched.");
    }
}

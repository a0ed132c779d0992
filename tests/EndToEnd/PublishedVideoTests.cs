namespace StreamPlatform.EndToEnd.Tests;

/// <summary>A minute of 1080p goes in by the command line and comes out in a browser.</summary>
public sealed class PublishedVideoTests(PublishedMinute published) : IClassFixture<PublishedMinute>
{
    private const double FrameSeconds = 1 / 30.0;

    [Fact]
    public async Task It_is_ready_and_plays_to_its_end_as_HLS_and_as_DASH_through_forced_quality_switches()
    {
        Assert.Equal("ready", published.Video.Status);
        Assert.Equal(5, published.Video.Renditions!.Count(rendition => rendition.GetProperty("kind").GetString() == "video"));
        Assert.True(published.Video.Seconds!.FirstPlayable < published.Video.Seconds.Ready);

        foreach (var engine in new[] { "hls", "dash" })
        {
            var playback = await Browser.PlayAsync($"{published.Video.WatchUrl}?engine={engine}", rate: 2, switches: true);
            Assert.True(playback.Ended, $"{engine}: {playback}");
            Assert.Equal(engine, playback.Engine);
            Assert.Empty(playback.PlayerErrors);
            Assert.Empty(playback.Failures);
            Assert.Null(playback.MediaError);
            Assert.Equal(0, playback.Holes);
            Assert.Equal(0, Assert.Single(playback.Ranges)[0]);
            Assert.True(playback.Heights.Distinct().Count() >= 2, $"{engine}: heights {string.Join(',', playback.Heights)}");
            Assert.InRange(playback.Duration, 60 - FrameSeconds, 60 + FrameSeconds);
            Assert.InRange(playback.TrackEnds["audio"] - playback.TrackEnds["video"], -FrameSeconds, FrameSeconds);
        }
    }

    [Fact]
    public async Task The_checker_finds_nothing_wrong_with_it()
    {
        var check = await CommandLine.RunAsync(
            Repository.StreamCommand, ["check", published.Video.HlsUrl!, "--data", published.Platform.Data], TimeSpan.FromMinutes(2));
        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
    }
}

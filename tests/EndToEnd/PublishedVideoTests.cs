namespace StreamPlatform.EndToEnd.Tests;

/// <summary>A minute of 1080p goes in by the command line and comes out in a browser.</summary>
public sealed class PublishedVideoTests : IAsyncLifetime
{
    private const double FrameSeconds = 1 / 30.0;
    private Platform _platform = null!;
    private Published _video = null!;

    public async Task InitializeAsync()
    {
        _platform = await Platform.StartAsync();
        var source = await Samples.VideoAsync(_platform.Folder, "source.mp4", seconds: 60);
        var (exitCode, files) = await _platform.PublishAsync(source);
        _video = Assert.Single(files);
        Assert.True(exitCode == 0, $"{_video.Error} {_platform.ReadLog()}");
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task It_is_ready_and_plays_to_its_end_as_HLS_and_as_DASH_through_forced_quality_switches()
    {
        Assert.Equal("ready", _video.Status);
        Assert.Equal(5, _video.Renditions!.Count(rendition => rendition.GetProperty("kind").GetString() == "video"));
        Assert.True(_video.Seconds!.FirstPlayable < _video.Seconds.Ready);

        foreach (var engine in new[] { "hls", "dash" })
        {
            var playback = await Browser.PlayAsync($"{_video.WatchUrl}?engine={engine}", rate: 2, switches: true);
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
            Repository.StreamCommand, ["check", _video.HlsUrl!, "--data", _platform.Data], TimeSpan.FromMinutes(2));
        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
    }
}

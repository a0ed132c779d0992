using System.Net.Http.Json;
using System.Text.Json;

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

    [SkippableFact]
    public async Task It_is_played_at_many_times_its_speed_by_its_key_frames()
    {
        var shaka = Path.Combine(Repository.Root, "web", "node_modules", "shaka-player", "dist", "shaka-player.compiled.js");
        Skip.IfNot(File.Exists(shaka), "Run npm ci in web first.");
        foreach (var manifest in new[] { published.Video.DashUrl!, published.Video.HlsUrl! })
        {
            var trick = await Browser.TrickPlayAsync(manifest, shaka, rate: 8);
            Assert.Empty(trick.Errors);
            Assert.Equal(0, trick.KeysBefore);
            Assert.True(trick.KeysDuring > 0, $"{manifest}: {trick}");
            Assert.True(trick.SegmentsAfter > 0, $"{manifest}: {trick}");
        }
    }

    [Fact]
    public async Task Its_storyboard_shows_a_picture_for_every_moment()
    {
        using var client = published.Platform.CreateClient();
        var asset = (await client.GetFromJsonAsync<JsonElement>("/api/assets")).GetProperty("items")[0];
        var vtt = await client.GetStringAsync(asset.GetProperty("pictures").GetProperty("storyboard").GetString());
        var cues = vtt.Split('\n').Where(line => line.Contains("#xywh=", StringComparison.Ordinal)).ToList();
        Assert.Equal(30, cues.Count);
        Assert.StartsWith("00:00:58.000 --> 00:01:00.000", vtt.Split("\n\n")[^1], StringComparison.Ordinal);
        using var sheet = await client.GetAsync(cues[^1].Split('#')[0]);
        Assert.Equal("image/jpeg", sheet.Content.Headers.ContentType?.MediaType);
        foreach (var name in new[] { "poster", "previewVideo", "previewImage" })
            Assert.True((await client.GetAsync(asset.GetProperty("pictures").GetProperty(name).GetString())).IsSuccessStatusCode, name);
    }

    [Fact]
    public async Task The_checker_finds_nothing_wrong_with_it()
    {
        var check = await CommandLine.RunAsync(
            Repository.StreamCommand, ["check", published.Video.HlsUrl!, "--data", published.Platform.Data], TimeSpan.FromMinutes(2));
        Assert.True(check.ExitCode == 0, check.Output + check.Errors);
    }
}

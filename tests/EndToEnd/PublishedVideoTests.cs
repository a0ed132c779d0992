using System.Net.Http.Json;
using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Tests.Players;
using Xunit.Abstractions;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Half a minute of 1080p goes in by the command line and comes out in a browser.</summary>
[Collection(PublishedVideoCollection.Name)]
public sealed class PublishedVideoTests(PublishedVideo published, ITestOutputHelper output)
{
    private const double FrameSeconds = 1 / 30.0;

    [Fact]
    public async Task It_is_ready_and_plays_to_its_end_as_HLS_and_as_DASH_through_forced_quality_switches()
    {
        Assert.Equal("ready", published.Video.Status);
        Assert.Equal(5, published.Video.Renditions!.Count(rendition => rendition.GetProperty("kind").GetString() == "video"));
        Assert.True(published.Video.Seconds!.FirstPlayable < published.Video.Seconds.Ready);

        // Both at once: playing takes time, not a processor.
        var plays = new[] { "hls", "dash" }.Select(async engine =>
            (engine, playback: await Browser.PlayAsync($"{published.Video.WatchUrl}?engine={engine}", rate: 2, switches: true)));
        foreach (var (engine, playback) in await Task.WhenAll(plays))
        {
            Assert.True(playback.Ended, $"{engine}: {playback}");
            Assert.Equal(engine, playback.Engine);
            Assert.Empty(playback.PlayerErrors);
            Assert.Empty(playback.Failures);
            Assert.Null(playback.MediaError);
            Assert.Equal(0, playback.Holes);
            Assert.Equal(0, Assert.Single(playback.Ranges)[0]);
            Assert.True(playback.Heights.Distinct().Count() >= 2, $"{engine}: heights {string.Join(',', playback.Heights)}");
            Assert.InRange(playback.Duration, PublishedVideo.Seconds - FrameSeconds, PublishedVideo.Seconds + FrameSeconds);
            Assert.InRange(playback.TrackEnds["audio"] - playback.TrackEnds["video"], -FrameSeconds, FrameSeconds);
        }
    }

    [SkippableFact]
    public async Task Other_players_switch_in_it_land_where_they_are_sent_and_play_fast()
    {
        Skip.If(Player.Missing is not null, Player.Missing);
        output.WriteLine($"PLAYER_SEED={Player.Seed}");

        var players = await Player.PlayAsync(new { hls = published.Video.HlsUrl, dash = published.Video.DashUrl, Player.Seed });

        Assert.Equal(["hls", "shaka", "shaka hls", "dash"], players.Select(player => player.Name));
        foreach (var player in players)
        {
            output.WriteLine($"{player.Name}: {player.Seconds:0.0} s, trick play at {player.Speed:0.0}, sought {string.Join(' ', player.Seeks)}");
            Assert.Empty(player.Errors);
            Assert.Empty(player.Failed);
            Assert.Null(player.MediaError);
            Assert.Equal([240, 1080, 480], player.Switched);
            Assert.Equal(10, player.Seeks.Distinct().Count());
            Assert.True(player.Speed > 2, $"{player.Name} played at {player.Speed} times its speed.");
            Assert.True(player.Ended);
            Assert.InRange(player.Duration, PublishedVideo.Seconds - FrameSeconds, PublishedVideo.Seconds + FrameSeconds);
            // shaka-player plays fast by the key frames; the others know no such track, and none takes it for a rung.
            Assert.Equal((0, player.Name.StartsWith("shaka", StringComparison.Ordinal) ? 1 : 0), (player.KeysBefore, player.Keys));
        }
    }

    /// <summary>Players that drive it in other tests are robots by their user agent, and count apart.</summary>
    [Fact]
    public async Task What_three_viewers_do_is_what_the_platform_counts()
    {
        var viewers = await Watched.ByThreeAsync(published.Video.WatchUrl!, published.Video.HlsUrl!);
        await using var counted = new Counted(published.Platform);
        var assetId = published.Video.AssetId!;
        var sessions = await Eventually.GetAsync(
            () => counted.FindEndedAsync(assetId, [.. viewers.Select(viewer => viewer.SessionId)]), TimeSpan.FromMinutes(1), "all that the three told is counted");

        foreach (var (viewer, session) in viewers.Zip(sessions))
        {
            output.WriteLine(
                $"watched {session.WatchedMs} of {viewer.WatchedMs:0} ms, start {session.StartupMs} of {viewer.StartupMs:0} ms, "
                + $"stalled {session.Total(Metric.StalledMs)} of {viewer.StalledMs:0} ms, score {session.Score}");
            Assert.Empty(viewer.Failures);
            Assert.False(session.IsQuarantined);
            Assert.InRange(session.WatchedMs, viewer.WatchedMs * 0.99, viewer.WatchedMs * 1.01);
            IsNear(viewer.StartupMs, session.StartupMs!.Value);
            Assert.Equal((viewer.Stalls, viewer.Seeks), (session.Total(Metric.Stalls), session.Total(Metric.Seeks)));
            IsNear(viewer.StalledMs, session.Total(Metric.StalledMs));
            // Where it was sought from lies between two looks at the clock.
            Assert.InRange(Enumerable.Range(0, 100).Count(part => session.Watched[part] != viewer.Parts.Contains(part)), 0, viewer.Seeks);
        }

        Assert.True(viewers[0].Stalls > 0);
        Assert.Equal([0, 2, 0], viewers.Select(viewer => viewer.Seeks));
        using var client = published.Platform.CreateClient();
        var told = await client.GetFromJsonAsync<JsonElement>($"/api/analytics/assets/{assetId}?metrics=attempts,plays,views,watchTime,startupTime,stalls,rebufferRatio");
        double Told(string metric) => told.GetProperty("totals").GetProperty(metric).GetDouble();
        var (watched, stalled) = (viewers.Sum(viewer => viewer.WatchedMs), viewers.Sum(viewer => viewer.StalledMs));
        // Only the last watched half of it.
        Assert.Equal((3, 3, 1), (Told("attempts"), Told("plays"), Told("views")));
        Assert.InRange(Told("watchTime"), watched * 0.99, watched * 1.01);
        IsNear(viewers.Average(viewer => viewer.StartupMs), Told("startupTime"));
        Assert.Equal(viewers.Sum(viewer => viewer.Stalls), Told("stalls"));
        Assert.InRange(Told("rebufferRatio"), (stalled / (watched + stalled)) - 0.005, (stalled / (watched + stalled)) + 0.005);
        var retention = told.GetProperty("retention").EnumerateArray().Select(plays => plays.GetInt32()).ToList();
        Assert.InRange(Enumerable.Range(0, 100).Sum(part => Math.Abs(retention[part] - viewers.Count(viewer => viewer.Parts.Contains(part)))), 0, viewers.Sum(viewer => viewer.Seeks));

        var shown = await Shown.AtAsync(new Uri(published.Platform.Url, $"/videos/{assetId}/analytics#key={published.Platform.ApiKey}").AbsoluteUri);
        await shown.IsWhatTheApiTellsAsync(client);

        // Both hear of it by events of their own, which a page whose processors are busy hands out later.
        static void IsNear(double expected, double actual) =>
            Assert.InRange(actual, expected - Math.Max(100, expected * 0.02), expected + Math.Max(100, expected * 0.02));
    }

    [Fact]
    public async Task Its_storyboard_shows_a_picture_for_every_moment()
    {
        using var client = published.Platform.CreateClient();
        var asset = (await client.GetFromJsonAsync<JsonElement>("/api/assets")).GetProperty("items")[0];
        var vtt = await client.GetStringAsync(asset.GetProperty("pictures").GetProperty("storyboard").GetString());
        var cues = vtt.Split('\n').Where(line => line.Contains("#xywh=", StringComparison.Ordinal)).ToList();
        Assert.Equal(20, cues.Count);
        Assert.StartsWith("00:00:28.500 --> 00:00:30.000", vtt.Split("\n\n")[^1], StringComparison.Ordinal);
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

    [Fact]
    public async Task One_trace_leads_from_its_upload_to_its_place_in_the_search()
    {
        var picture = Path.Combine(published.Platform.Folder, "trace.svg");
        var lines = Array.Empty<string>();
        await Eventually.HoldsAsync(
            async () =>
            {
                var trace = await CommandLine.RunAsync(
                    Repository.StreamCommand, ["trace", published.Video.AssetId!, "--svg", picture, "--data", published.Platform.Data], TimeSpan.FromMinutes(1));
                lines = trace.Output.Split('\n');
                return lines.Any(line => line.TrimStart().StartsWith("index video", StringComparison.Ordinal));
            },
            TimeSpan.FromMinutes(1),
            "the trace is kept to its end");

        string[] way = ["POST /api/uploads", "commit upload", "activity:PrepareRun", "send transcode-high", "process transcode", "make head start", "write marker", "note marker", "activity:PublishRun", "send video-events", "VideoToIndex", "index video"];
        var names = lines.Skip(1).Select(line => line.Trim()).ToList();
        Assert.Equal(way, way.Where(step => names.Exists(name => name.StartsWith(step, StringComparison.Ordinal))));
        Assert.StartsWith("POST /api/uploads", names[0], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("sig=", StringComparison.Ordinal) || line.Contains("FAILED", StringComparison.Ordinal));
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(picture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_owner_gets_a_rendition_as_one_file_that_seeks_and_plays()
    {
        using var client = published.Platform.CreateClient();
        var asset = await client.GetFromJsonAsync<JsonElement>($"/api/assets/{published.Video.AssetId}");
        var link = asset.GetProperty("downloads").EnumerateArray().Single(each => each.GetProperty("rendition").GetString() == "360p").GetProperty("url").GetString();

        JsonElement download = default;
        await Eventually.HoldsAsync(
            async () => (download = await client.GetFromJsonAsync<JsonElement>(link)).GetProperty("status").GetString() == "ready",
            TimeSpan.FromMinutes(1),
            "the file is made");

        var url = download.GetProperty("url").GetString()!;
        var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url));
        Assert.Equal(("video/mp4", download.GetProperty("bytes").GetInt64()), (head.Content.Headers.ContentType!.MediaType, head.Content.Headers.ContentLength));
        var probe = await CommandLine.RunAsync(
            "ffprobe", ["-v", "warning", "-show_entries", "stream=codec_name,height,nb_frames:format=start_time,duration", "-of", "csv=p=0", url], TimeSpan.FromSeconds(30));
        var facts = probe.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("", probe.Errors);
        Assert.Equal("h264,360,900", facts[0].Trim());
        Assert.StartsWith("aac,", facts[1], StringComparison.Ordinal);
        Assert.StartsWith("0.000000,30.0", facts[2], StringComparison.Ordinal);

        // The browser's own player, no script between: it asks for ranges.
        var played = await CommandLine.RunAsync("node", [Path.Combine(Repository.Root, "tests", "EndToEnd", "browser", "file.mjs"), url], TimeSpan.FromMinutes(1));
        Assert.True(played.ExitCode == 0, played.Output + played.Errors);
        var result = JsonSerializer.Deserialize<JsonElement>(played.Output);
        Assert.InRange(result.GetProperty("duration").GetDouble(), PublishedVideo.Seconds - FrameSeconds, PublishedVideo.Seconds + FrameSeconds);
        Assert.Equal(360, result.GetProperty("height").GetInt32());
        Assert.True(result.GetProperty("reached").GetDouble() > 20.5, played.Output);
    }
}

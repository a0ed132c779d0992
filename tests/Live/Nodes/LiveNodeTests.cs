using System.Net;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Live;
using StreamPlatform.Media.Tests.Packaging;

namespace StreamPlatform.Live.Tests.Nodes;

/// <summary>A whole node: ffmpeg pushes by RTMP, ffmpeg encodes, HTTP serves.</summary>
public sealed class LiveNodeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Admissions _platform = new();

    [Fact]
    public async Task What_an_encoder_pushes_can_be_watched_to_its_end()
    {
        await using var node = await RunningNode.StartAsync(_platform);
        using var encoder = Pushing.Start(node.Rtmp, Admissions.Key, seconds: 5);

        Assert.True(await encoder.EndAsync());
        await _platform.Ended.WaitAsync(Patience);
        var multivariant = await node.Viewer.GetStringAsync($"{Admissions.Path}/index.m3u8");
        Assert.Equal(multivariant, await _platform.Shown.WaitAsync(Patience));
        Assert.Contains("RESOLUTION=320x180", multivariant, StringComparison.Ordinal);
        Assert.Contains("RESOLUTION=256x144", multivariant, StringComparison.Ordinal);

        foreach (var track in new[] { "180p", "144p", "audio" })
        {
            var playlist = await node.Viewer.GetStringAsync($"{Admissions.Path}/{track}/stream.m3u8");
            Assert.EndsWith("#EXT-X-ENDLIST\n", playlist, StringComparison.Ordinal);
            var media = await node.Viewer.GetByteArrayAsync($"{Admissions.Path}/{track}/init.mp4");
            foreach (var uri in playlist.Split('\n').Where(line => line.EndsWith(".m4s", StringComparison.Ordinal)))
                media = [.. media, .. await node.Viewer.GetByteArrayAsync($"{Admissions.Path}/{track}/{uri}")];
            await Ffmpeg.DecodeAsync(media);
            if (track == "audio") continue;
            var pictures = (await Ffmpeg.ProbeAsync(media, "-select_streams v -show_entries frame=pts")).Length;
            Assert.True(pictures is >= 149 and <= 151, $"{track} has {pictures} pictures:\n{playlist}");
        }
    }

    [Fact]
    public async Task Requests_for_what_is_about_to_be_there_are_held_until_it_is()
    {
        await using var node = await RunningNode.StartAsync(_platform);
        using var encoder = Pushing.Start(node.Rtmp, Admissions.Key, seconds: 4, paced: true);
        await _platform.Shown.WaitAsync(Patience);
        var stream = $"{Admissions.Path}/180p/stream.m3u8";
        var (segment, part) = Hinted(await node.Viewer.GetStringAsync(stream));

        // Until the end: the playlist that was asked for, and with it the part that it hinted at.
        for (var held = 0; ; held++)
        {
            var bytes = node.Viewer.GetAsync($"{Admissions.Path}/180p/{segment}.{part}.m4s");
            var playlist = await node.Viewer.GetStringAsync($"{stream}?_HLS_msn={segment}&_HLS_part={part}&_HLS_skip=YES");
            if (playlist.Contains("#EXT-X-ENDLIST", StringComparison.Ordinal))
            {
                Assert.True(held > 3, $"Only {held} requests were held.");
                break;
            }

            Assert.Contains($"URI=\"{segment}.{part}.m4s\"", playlist, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await bytes).StatusCode);
            Assert.NotEqual((segment, part), Hinted(playlist));
            (segment, part) = Hinted(playlist);
        }
    }

    [Fact]
    public async Task Each_request_gets_what_its_path_and_numbers_say()
    {
        await using var node = await RunningNode.StartAsync(_platform);
        node.OnAir.Add(await Standing.BroadcastAsync());

        foreach (var (uri, expected) in new[]
        {
            ("180p/stream.m3u8?_HLS_msn=99", HttpStatusCode.BadRequest),
            ("180p/stream.m3u8?_HLS_part=1", HttpStatusCode.BadRequest),
            ("180p/stream.m3u8?_HLS_msn=-1", HttpStatusCode.BadRequest),
            ("180p/stream.m3u8?_HLS_msn=99999999999999999999", HttpStatusCode.BadRequest),
            ("180p/stream.m3u8?_HLS_skip=maybe", HttpStatusCode.BadRequest),
            ("180p/stream.m3u8?_HLS_msn=1&_HLS_part=3&_HLS_push=0", HttpStatusCode.OK),
            ("720p/stream.m3u8", HttpStatusCode.NotFound),
            ("180p/99.m4s", HttpStatusCode.NotFound),
            ("180p/0.99.m4s", HttpStatusCode.NotFound),
            ("180p/0.3.m4s", HttpStatusCode.OK),
            ("180p/1.m4s", HttpStatusCode.OK),
            ("180p/-1.m4s", HttpStatusCode.NotFound),
            ("180p/99999999999999999999.m4s", HttpStatusCode.NotFound),
            ("../fedcba9876543210/index.m3u8", HttpStatusCode.NotFound),
        })
        {
            using var answer = await node.Viewer.GetAsync($"{Admissions.Path}/{uri}");
            Assert.True(expected == answer.StatusCode, $"{uri}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_request_for_what_does_not_come_is_let_go_after_three_target_durations()
    {
        var time = new FakeTimeProvider();
        await using var node = await RunningNode.StartAsync(_platform, time: time);
        node.OnAir.Add(await Standing.BroadcastAsync());
        var held = new[] { $"{Admissions.Path}/180p/stream.m3u8?_HLS_msn=2", $"{Admissions.Path}/180p/2.0.m4s" }.Select(uri => node.Viewer.GetAsync(uri)).ToList();

        while (!held.TrueForAll(answer => answer.IsCompleted))
        {
            time.Advance(TimeSpan.FromSeconds(6));
            await Task.Delay(10);
        }

        Assert.All(await Task.WhenAll(held), answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
    }

    [Fact]
    public async Task Playlists_are_compressed_and_say_how_long_they_may_be_kept()
    {
        await using var node = await RunningNode.StartAsync(_platform);
        node.OnAir.Add(await Standing.BroadcastAsync());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Admissions.Path}/180p/stream.m3u8") { Headers = { { "Accept-Encoding", "gzip" }, { "Origin", "https://video.example" } } };

        using var playlist = await node.Viewer.SendAsync(request);
        using var segment = await node.Viewer.GetAsync($"{Admissions.Path}/180p/0.m4s");

        Assert.Equal("gzip", Assert.Single(playlist.Content.Headers.ContentEncoding));
        Assert.Equal("*", Assert.Single(playlist.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)), (playlist.Headers.CacheControl?.MaxAge, segment.Headers.CacheControl?.MaxAge));
    }

    [Fact]
    public async Task A_wrong_key_lets_nobody_in()
    {
        await using var node = await RunningNode.StartAsync(_platform);
        using var encoder = Pushing.Start(node.Rtmp, "guess", seconds: 60, paced: true);

        Assert.False(await encoder.EndAsync());
        Assert.False(_platform.Admitted.IsCompleted);
    }

    [Theory]
    [InlineData("-c:v flv", "-c:a aac")]
    [InlineData("-c:v libx264 -preset ultrafast", "-c:a libmp3lame")]
    public async Task Other_codecs_than_H264_and_AAC_are_sent_away(string video, string audio)
    {
        await using var node = await RunningNode.StartAsync(_platform);
        using var encoder = Pushing.Start(node.Rtmp, Admissions.Key, seconds: 60, paced: true, video, audio);

        Assert.False(await encoder.EndAsync());
        await _platform.Ended.WaitAsync(Patience);
        Assert.False(_platform.Shown.IsCompleted);
    }

    [Fact]
    public async Task A_node_takes_no_more_encoders_than_it_can_encode()
    {
        await using var node = await RunningNode.StartAsync(_platform, RunningNode.Settings with { MaxStreams = 1 });
        Assert.Contains("\"ok\"", await node.Viewer.GetStringAsync("healthz/ready"), StringComparison.Ordinal);
        using var first = Pushing.Start(node.Rtmp, Admissions.Key, seconds: 60, paced: true);
        await _platform.Admitted.WaitAsync(Patience);
        Assert.Contains("\"full\"", await node.Viewer.GetStringAsync("healthz/ready"), StringComparison.Ordinal);

        using var second = Pushing.Start(node.Rtmp, Admissions.Key, seconds: 60, paced: true);
        Assert.False(await second.EndAsync());

        first.Kill();
        await _platform.Ended.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_stream_that_is_disabled_loses_its_encoder_at_the_next_renewal()
    {
        var time = new FakeTimeProvider();
        await using var node = await RunningNode.StartAsync(_platform, RunningNode.Settings with { NoDataSeconds = 120 }, time);
        using var encoder = Pushing.Start(node.Rtmp, Admissions.Key, seconds: 600, paced: true);
        await _platform.Shown.WaitAsync(Patience);

        _platform.Revocation = LiveErrors.Revoked();
        time.Advance(LiveLease.RenewEvery);

        Assert.False(await encoder.EndAsync());
        await _platform.Ended.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_node_that_stops_ends_its_broadcasts_first_and_serves_their_ends()
    {
        var time = new FakeTimeProvider();
        await using var node = await RunningNode.StartAsync(_platform, RunningNode.Settings with { DrainSeconds = 5, NoDataSeconds = 120 }, time);
        using var encoder = Pushing.Start(node.Rtmp, Admissions.Key, seconds: 600, paced: true);
        await _platform.Shown.WaitAsync(Patience);

        var stopping = node.StopAsync();
        await _platform.Ended.WaitAsync(Patience);

        Assert.EndsWith("#EXT-X-ENDLIST\n", await node.Viewer.GetStringAsync($"{Admissions.Path}/180p/stream.m3u8"), StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK),
            ((await node.Viewer.GetAsync("healthz/ready")).StatusCode, (await node.Viewer.GetAsync("healthz")).StatusCode));
        Assert.False(await encoder.EndAsync());
        Assert.False(stopping.IsCompleted);
        while (!stopping.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10);
        }
    }

    private static (long Segment, int Part) Hinted(string playlist)
    {
        var name = playlist.Split("PRELOAD-HINT:TYPE=PART,URI=\"")[1].Split('.');
        return (long.Parse(name[0]), int.Parse(name[1]));
    }
}

using System.Text.Json;
using StreamPlatform.Media.Live;
using StreamPlatform.Media.Tests.Parsers;

namespace StreamPlatform.Live.Tests.Cutting;

public sealed class LivePlaylistTests
{
    [SkippableFact]
    public async Task The_parsers_players_use_accept_our_playlists()
    {
        Skip.IfNot(Node.PackagesInstalled, "Run npm ci in tests first.");
        var presentation = await Encoded.PresentationAsync();
        var (growing, full) = (Grown(presentation, 147), Grown(presentation, 300));
        var files = new Dictionary<string, string> { ["master.m3u8"] = presentation.Multivariant() };
        foreach (var track in growing.Tracks)
            files[$"{track.Spec.Name}.m3u8"] = growing.Playlist(track, track.Window, skips: false);
        files["new.m3u8"] = Text(Grown(presentation, 4));
        files["delta.m3u8"] = Text(growing, skips: true);
        files["long.m3u8"] = Text(full);
        files["ended.m3u8"] = presentation.Playlist(presentation.Tracks[0], presentation.Tracks[0].Window, skips: true);

        var results = await Node.RunAsync("parse.mjs", files);

        Assert.All(results.EnumerateObject(), result => Assert.Empty(result.Value.GetProperty("warnings").EnumerateArray()));
        Assert.Equal((2, 2), (Number("master.m3u8", "variants"), Number("master.m3u8", "strictVariants")));
        Assert.Equal((14, 3 * 10 + 7 + 1, 29.4), Segments("180p.m3u8"));
        Assert.Equal((14, 3 * 10 + 7 + 1, 29.4), Segments("audio.m3u8"));
        Assert.Equal((0, 4 + 1, 0.8), Segments("new.m3u8"));
        Assert.Equal((15, 3 * 10 + 1, 30), Segments("long.m3u8"));
        Assert.Equal((8, 8), (Number("delta.m3u8", "skipped"), Number("delta.m3u8", "strictSkipped")));
        Assert.Equal((4, 7.2), (Number("ended.m3u8", "segments"), Math.Round(results.GetProperty("ended.m3u8").GetProperty("duration").GetDouble(), 3)));
        Assert.True(results.GetProperty("ended.m3u8").GetProperty("ended").GetBoolean());
        Assert.All(new[] { "180p.m3u8", "90p.m3u8" }, name => Assert.Equal(1, Number(name, "reports")));

        (int Complete, int Parts, double Seconds) Segments(string name) =>
            (Number(name, "strictComplete"), Number(name, "strictParts"), Math.Round(results.GetProperty(name).GetProperty("partSeconds").GetDouble(), 1));

        int Number(string name, string property) => results.GetProperty(name).GetProperty(property).GetInt32();
    }

    [Fact]
    public async Task What_a_delta_skips_and_what_it_lists_are_the_whole()
    {
        var presentation = Grown(await Encoded.PresentationAsync(), 147);
        var (whole, delta) = (Text(presentation).Split('\n'), Text(presentation, skips: true).Split('\n'));
        var skipped = int.Parse(Array.Find(delta, line => line.StartsWith("#EXT-X-SKIP:", StringComparison.Ordinal))!.Split('=')[1]);

        Assert.Equal(whole.Count(line => line.StartsWith("#EXTINF", StringComparison.Ordinal)), skipped + delta.Count(line => line.StartsWith("#EXTINF", StringComparison.Ordinal)));
        var listed = delta.SkipWhile(line => !line.StartsWith("#EXT-X-SKIP", StringComparison.Ordinal)).Skip(1).ToArray();
        Assert.Equal(whole[^listed.Length..], listed);
        Assert.True(listed.Where(line => line.StartsWith("#EXTINF", StringComparison.Ordinal)).Count() * 2 >= LiveLimits.SkipTargets * 2);
    }

    [Fact]
    public async Task Every_part_but_the_last_has_the_length_that_the_playlist_promises()
    {
        var presentation = await Encoded.PresentationAsync();
        foreach (var track in presentation.Tracks)
        {
            var parts = track.Window.Segments.SelectMany(segment => segment.Parts).ToList();
            Assert.All(parts, part => Assert.InRange(part.Duration, 1, track.Header!.LongestPart));
            Assert.All(parts.SkipLast(1), part => Assert.True(part.Duration >= 0.85 * track.Header!.LongestPart));
        }
    }

    [Fact]
    public async Task A_live_playlist_reads_as_the_specification_shows()
    {
        var presentation = Grown(await Encoded.PresentationAsync(), 22);

        Assert.Equal(
            """
            #EXTM3U
            #EXT-X-VERSION:9
            #EXT-X-TARGETDURATION:2
            #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=0.600000,CAN-SKIP-UNTIL=12.000000
            #EXT-X-PART-INF:PART-TARGET=0.200000
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MAP:URI="init.mp4"
            """ + "\n",
            Text(presentation)[..Text(presentation).IndexOf("#EXT-X-PROGRAM", StringComparison.Ordinal)]);
        Assert.EndsWith(
            """
            #EXTINF:2.000000,
            1.m4s
            #EXT-X-PROGRAM-DATE-TIME:2026-03-01T12:00:04.000Z
            #EXT-X-PART:DURATION=0.200000,URI="2.0.m4s",INDEPENDENT=YES
            #EXT-X-PART:DURATION=0.200000,URI="2.1.m4s"
            #EXT-X-PRELOAD-HINT:TYPE=PART,URI="2.2.m4s"
            #EXT-X-RENDITION-REPORT:URI="../90p/stream.m3u8",LAST-MSN=2,LAST-PART=1
            """ + "\n",
            Text(presentation));
    }

    [Fact]
    public async Task Nothing_is_shown_before_every_track_has_a_segment()
    {
        var presentation = await Encoded.PresentationAsync();

        Assert.False(Encoded.Empty().CanBeShown);
        Assert.False(Grown(presentation, 9).CanBeShown);
        Assert.True(Grown(presentation, 10).CanBeShown);
    }

    private static string Text(LivePresentation presentation, bool skips = false) =>
        presentation.Playlist(presentation.Tracks[0], presentation.Tracks[0].Window, skips);

    /// <summary>A presentation as it is after so many parts, all like the first of <paramref name="real"/>.</summary>
    private static LivePresentation Grown(LivePresentation real, int parts)
    {
        var presentation = Encoded.Empty();
        foreach (var (track, source) in presentation.Tracks.Zip(real.Tracks))
        {
            var second = source.Header!.Timescale;
            track.Begin(source.Header);
            for (var part = 0; part < parts; part++)
                track.Add(part / 10, part / 10 * 2 * second, new LivePart(part % 10, second / 5, part % 5 == 0, new byte[1]), part % 10 == 9);
        }

        return presentation;
    }
}

using System.Text;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Tests.Packaging;

namespace StreamPlatform.Media.Tests.Parsers;

/// <summary>m3u8-parser, hls-parser and mpd-parser read what we write without a complaint.</summary>
public sealed class ParserTests
{
    [SkippableFact]
    public async Task The_parsers_players_use_accept_our_manifests()
    {
        Skip.IfNot(Node.PackagesInstalled, "Run npm ci in tests first.");
        var published = await Published.CreateAsync();
        var growing = published.Presentation with { Complete = false, TargetSegmentSeconds = 2 };
        var files = published.Files.Where(file => Path.GetExtension(file.Key) is ".m3u8" or ".mpd")
            .ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value));
        files["growing.m3u8"] = new ManifestWriter().HlsMedia(growing, "180p", Published.Uri)!;

        var many = await Sounds.PresentAsync();
        files["many.m3u8"] = new ManifestWriter().HlsMultivariant(many, track => $"{track}.m3u8");
        files["text.m3u8"] = new ManifestWriter().HlsMedia(many, "text-en", Published.Uri)!;
        files["many.mpd"] = new ManifestWriter().DashMpd(many, Published.Uri);

        var results = await Node.RunAsync("parse.mjs", files);
        Assert.All(results.EnumerateObject(), result => Assert.Empty(result.Value.GetProperty("warnings").EnumerateArray()));
        Assert.Equal((2, 2 + 1), (Number("master.m3u8", "variants"), Number("master.m3u8", "strictVariants")));
        foreach (var track in new[] { "180p.m3u8", "90p.m3u8", "audio.m3u8", "growing.m3u8" })
        {
            Assert.Equal((5, 5), (Number(track, "segments"), Number(track, "strictSegments")));
            Assert.Equal(9, results.GetProperty(track).GetProperty("duration").GetDouble(), 0.03);
            Assert.Equal(track != "growing.m3u8", results.GetProperty(track).GetProperty("ended").GetBoolean());
        }

        Assert.Equal((9, 9), (Number("90p-keys.m3u8", "segments"), Number("90p-keys.m3u8", "strictSegments")));
        Assert.Equal(9, results.GetProperty("90p-keys.m3u8").GetProperty("duration").GetDouble(), 0.03);
        Assert.True(results.GetProperty("90p-keys.m3u8").GetProperty("iFramesOnly").GetBoolean());
        Assert.Equal(1, Number("master.m3u8", "iFrameVariants"));
        var dash = results.GetProperty("manifest.mpd");
        // It takes the key frames for a rung like any other.
        Assert.Equal([3, 5, 5], dash.GetProperty("video").EnumerateArray().Select(count => count.GetInt32()).Order());
        Assert.Equal([5], dash.GetProperty("audio").EnumerateArray().Select(count => count.GetInt32()));
        var segments = published.Presentation.Video[0].Segments;
        Assert.Equal(Published.Uri(segments[0].InitName), dash.GetProperty("map").GetString());
        // Its tracks are sorted by bandwidth, so either rung may be first; the number and the query have to be ours.
        Assert.EndsWith(Published.Uri("/000004.m4s")[(Published.Root.ToString().Length + 1)..], dash.GetProperty("last").GetString());

        Assert.Equal((3, 4), (Number("many.m3u8", "variants"), Number("many.m3u8", "strictVariants")));
        Assert.Equal((1, 1), (Number("text.m3u8", "segments"), Number("text.m3u8", "strictSegments")));
        Assert.Equal(
            ["audio: English,Deutsch,English (commentary)", "audio-low: English,Deutsch,English (commentary)", "audio-surround: English,Deutsch,English (commentary)"],
            Texts("many.m3u8", "sounds"));
        Assert.Equal(["English en", "English (captions) en"], Texts("many.m3u8", "subtitles"));
        Assert.Equal(["English: 5 5", "English 5.1: 5", "Deutsch: 5 5", "English (commentary): 5 5"], Texts("many.mpd", "sounds"));
        Assert.Equal(["English: 1", "English (captions): 1"], Texts("many.mpd", "subtitles"));

        IEnumerable<string> Texts(string file, string property) => results.GetProperty(file).GetProperty(property).EnumerateArray().Select(text => text.GetString()!);

        int Number(string file, string property) => results.GetProperty(file).GetProperty(property).GetInt32();
    }
}

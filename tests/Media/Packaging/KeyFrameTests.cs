using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Checking;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Packaging.Dash;
using StreamPlatform.Media.Packaging.Hls;

namespace StreamPlatform.Media.Tests.Packaging;

public sealed class KeyFrameTests
{
    private const long GopTicks = 30 * 512;

    [Fact]
    public async Task Every_GOP_gives_one_key_frame_that_lasts_as_long_and_decodes_alone()
    {
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        var blobs = parts.KeyFrames("90p");

        Assert.Equal([4, 4, 1], blobs.Select(blob => blob.Facts.Frames.Count));
        Assert.Equal([0, 4 * GopTicks, 8 * GopTicks], blobs.Select(blob => blob.Facts.Start));
        Assert.All(blobs.SelectMany(blob => blob.Facts.Frames), frame => Assert.Equal(GopTicks, frame.Duration));
        var third = blobs[0].Facts.Frames[2];
        byte[] alone = [.. parts.Init("90p").Bytes.ToArray(), .. blobs[0].Bytes.Slice(third.Offset, third.Bytes).ToArray()];
        await Ffmpeg.DecodeAsync(alone);
        Assert.Equal(["I,1"], (await Ffmpeg.ProbeAsync(alone, "-count_frames -show_entries frame=pict_type,key_frame")).Select(line => string.Join(',', line.Split(',').Order().Reverse())));
    }

    [Fact]
    public async Task It_is_the_picture_that_the_rung_shows_there()
    {
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        byte[] keys = [.. parts.Init("90p").Bytes.ToArray(), .. parts.KeyFrames("90p").SelectMany(blob => blob.Bytes.ToArray())];

        var alone = await Ffmpeg.ProbeAsync(keys, "-show_entries packet=dts,size,flags");
        var among = (await Ffmpeg.ProbeAsync(parts.Joined("90p"), "-show_entries packet=dts,size,flags")).Where(line => line.Contains('K', StringComparison.Ordinal));
        Assert.Equal(among, alone);
        await Ffmpeg.DecodeAsync(keys);
    }

    [Fact]
    public async Task Chunks_give_the_blobs_that_a_whole_encode_gives()
    {
        var whole = (await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks)).KeyFrames("90p");
        var last = await Encoded.CutAsync(
            await Ffmpeg.MakeAsync(Encoded.Arguments("frag_keyframe", "-ss 4")),
            [new TrackSpec(1, "90p", new VideoCut(Encoded.Grid, 120, 2))]);
        Assert.Equal(whole.Skip(1).Select(blob => blob.Facts.Start), last.KeyFrames("90p").Select(blob => blob.Facts.Start));
        Assert.True(last.KeyFrames("90p")[^1].IsRemainder);
    }

    [Fact]
    public async Task Hls_lists_each_key_frame_by_its_bytes()
    {
        var published = await Published.CreateAsync();
        var master = HlsMultivariantPlaylist.Read(published.Text("master.m3u8"));
        var variant = Assert.Single(master.IFrameVariants);
        Assert.Equal(("90p-keys.m3u8?token=x", 160, 90), (variant.Uri, variant.Width, variant.Height));
        Assert.True(variant.Bandwidth < master.Variants[1].Bandwidth);

        var text = published.Text("90p-keys.m3u8");
        var playlist = HlsMediaPlaylist.Read(text);
        Assert.Equal(text, playlist.Write());
        Assert.True(playlist.IFramesOnly);
        Assert.Equal((1, "VOD", true), (playlist.TargetDuration, playlist.Type, playlist.Ended));
        Assert.Equal(9, playlist.Segments.Count);
        Assert.Equal(9, playlist.Segments.Sum(segment => segment.Seconds));
        Assert.Equal(3, playlist.Segments.Select(segment => segment.Uri).Distinct().Count());
        Assert.All(playlist.Segments, segment => Assert.NotNull(segment.Range));
    }

    [Fact]
    public async Task Dash_has_a_set_for_trick_play_beside_the_main_one()
    {
        var published = await Published.CreateAsync();
        var sets = DashReader.Read(published.Text("manifest.mpd")).AdaptationSets;
        var trick = Assert.Single(sets, set => set.TrickModeOf is not null);
        Assert.Equal("video", sets[trick.TrickModeOf!.Value].ContentType);
        var representation = Assert.Single(trick.Representations);
        Assert.Equal(30, representation.MaxPlayoutRate);
        Assert.Equal([0, 4 * GopTicks, 8 * GopTicks], representation.Segments.Select(segment => segment.Start));
        Assert.Equal(Published.Uri(published.Presentation.KeyFrames[0].Blobs[1].Name), representation.Segments[1].Uri);
        Assert.Contains("keys/$Time%012d$.m4s", published.Text("manifest.mpd"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checker_accepts_them_in_both_manifests()
    {
        var published = await Published.CreateAsync();
        foreach (var report in new[] { await published.CheckAsync(), await published.CheckAsync(Published.Dash) })
        {
            Assert.Empty(report.Defects);
            Assert.Equal(4, report.Tracks);
        }
    }

    [Fact]
    public async Task The_checker_sees_other_frames_among_them()
    {
        var published = await Published.CreateAsync();
        var keys = published.Presentation.KeyFrames[0].Blobs[0].Name;
        published.Files[keys] = published.Files[published.Segment("90p", 0)];
        Assert.Contains(DefectCodes.KeyFrames, Codes(await published.CheckAsync(Published.Dash)));
    }

    [Fact]
    public async Task The_checker_sees_ranges_that_are_not_one_key_frame()
    {
        var published = await Published.CreateAsync();
        var frames = published.Presentation.KeyFrames[0].Blobs[0].Frames;
        published.Replace("90p-keys.m3u8", $"#EXT-X-BYTERANGE:{frames[1].Bytes}@{frames[1].Offset}", $"#EXT-X-BYTERANGE:{frames[1].Bytes + frames[2].Bytes}@{frames[1].Offset}");
        Assert.Contains(DefectCodes.KeyFrames, Codes(await published.CheckAsync()));
    }

    [Fact]
    public async Task The_checker_sees_key_frames_that_end_early()
    {
        var published = await Published.CreateAsync();
        var text = published.Text("90p-keys.m3u8");
        var last = text.LastIndexOf("#EXTINF", StringComparison.Ordinal);
        published.Replace("90p-keys.m3u8", text[last..], "#EXT-X-ENDLIST\n");
        Assert.Contains(DefectCodes.KeyFrames, Codes(await published.CheckAsync()));
    }

    [Fact]
    public async Task Key_frames_that_do_not_cover_the_timeline_are_not_joined()
    {
        var markers = Published.Markers(await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks));
        markers[0] = markers[0] with { Outputs = [.. markers[0].Outputs.Select(output => output with { KeyFrames = [] })] };
        Assert.Equal("package.key_frames", new Packager().Package(Published.Plan, markers).Error?.Code);
    }

    [Fact]
    public async Task Renditions_of_older_runs_have_none_and_are_published_as_before()
    {
        var markers = Published.Markers(await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks))
            .ConvertAll(marker => marker with { Outputs = [.. marker.Outputs.Select(output => output with { KeyFrames = [] })] });
        var presentation = new Packager().Package(Published.Plan, markers).Value;
        Assert.Empty(presentation.KeyFrames);
        Assert.DoesNotContain("I-FRAME", new ManifestWriter().HlsMultivariant(presentation, track => track), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Codes(CheckReport report) => report.Defects.Select(defect => defect.Code);
}

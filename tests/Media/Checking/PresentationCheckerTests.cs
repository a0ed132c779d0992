using System.Text;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Checking;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Tests.Packaging;

namespace StreamPlatform.Media.Tests.Checking;

/// <summary>A clean presentation passes; each planted defect is found, and nothing else is.</summary>
public sealed class PresentationCheckerTests
{
    [Fact]
    public async Task A_clean_presentation_passes_as_hls_and_as_dash()
    {
        var published = await Published.CreateAsync();
        var hls = await published.CheckAsync();
        Assert.Empty(hls.Defects);
        Assert.Equal((4, 15 + 9), (hls.Tracks, hls.Segments));
        Assert.Equal(9, hls.DurationSeconds, 0.03);
        Assert.Empty((await published.CheckAsync(Published.Dash)).Defects);
    }

    [Fact]
    public async Task A_gap_is_found()
    {
        var published = await Published.CreateAsync();
        Retime(published, published.Segment("180p", 2), +512);
        await FindsAsync(published, "180p segment 2", DefectCodes.Gap, also: [DefectCodes.Overlap, DefectCodes.Misaligned]);
    }

    [Fact]
    public async Task A_segment_that_is_left_out_of_the_playlist_is_a_gap()
    {
        var published = await Published.CreateAsync();
        foreach (var track in new[] { "180p", "90p" })
            published.Replace($"{track}.m3u8", $"#EXTINF:2.000000,\n{Published.Uri(published.Segment(track, 2))}\n", "");
        await FindsAsync(published, "90p segment 2", DefectCodes.Gap);
    }

    [Fact]
    public async Task An_overlap_is_found()
    {
        var published = await Published.CreateAsync();
        Retime(published, published.Segment("audio", 2), -1024);
        await FindsAsync(published, "audio segment 2", DefectCodes.Overlap, also: [DefectCodes.Gap]);
    }

    [Fact]
    public async Task A_segment_without_a_key_frame_is_found_even_if_its_flags_lie()
    {
        var published = await Published.CreateAsync();
        // One key frame only: the other segments start in the middle of a GOP; claim that they don't.
        var encode = Encoded.Arguments("frag_keyframe")
            .Replace("-g 30 -keyint_min 30", "-g 1000 -keyint_min 1000", StringComparison.Ordinal).Replace("-bf 3", "-bf 0", StringComparison.Ordinal);
        var parts = await Encoded.CutAsync(await Ffmpeg.MakeAsync(encode), [new(0, "180p", new VideoCut(Encoded.Grid with { SegmentFrames = 300 }))]);
        var whole = SegmentContent.Read(parts.Segments("180p")[0].Bytes, []);
        var pending = new PendingSegment(1, 60 * 512);
        foreach (var sample in whole.Samples.Skip(60).Take(60))
        {
            pending.Add(new TrackRunSample(512, (uint)sample.Size, pending.Samples.Count == 0 ? SampleFlags.Sync : SampleFlags.Dependent, 0))
                .Append(parts.Segments("180p")[0].Bytes.Span.Slice((int)sample.Offset, sample.Size));
        }

        published.Files[published.Segment("180p", 1)] = SegmentWriter.Write(pending);
        await FindsAsync(published, "180p segment 1", DefectCodes.NoKeyFrame);
    }

    [Fact]
    public async Task A_first_frame_that_is_not_marked_as_key_frame_is_found()
    {
        var published = await Published.CreateAsync();
        Edit(published, published.Segment("90p", 1), run => run with
        {
            Samples = [run.Samples[0] with { Flags = SampleFlags.Dependent }, .. run.Samples.Skip(1)],
        });
        await FindsAsync(published, "90p segment 1", DefectCodes.NoKeyFrame);
    }

    [Fact]
    public async Task Misaligned_renditions_are_found()
    {
        var published = await Published.CreateAsync();
        // The same frames in other segments: one of 3 s, one of 1 s.
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), [new(1, "90p", new VideoCut(Encoded.Grid with { SegmentFrames = 30 }))]);
        PendingSegment three = Regroup(parts, 0, [0, 1, 2]), one = Regroup(parts, 1, [3]);
        published.Files[published.Segment("90p", 0)] = SegmentWriter.Write(three);
        published.Files[published.Segment("90p", 1)] = SegmentWriter.Write(one);
        var first = published.Text("90p.m3u8").IndexOf("2.000000", StringComparison.Ordinal);
        var text = published.Text("90p.m3u8")[..first] + "3.000000" + published.Text("90p.m3u8")[(first + 8)..];
        var second = text.IndexOf("2.000000", StringComparison.Ordinal);
        published.Files["90p.m3u8"] = Encoding.UTF8.GetBytes(text[..second] + "1.000000" + text[(second + 8)..]);
        published.Replace("90p.m3u8", "TARGETDURATION:2", "TARGETDURATION:3");
        await FindsAsync(published, "90p segment 0", DefectCodes.Misaligned);
    }

    [Fact]
    public async Task A_rendition_with_fewer_segments_is_misaligned()
    {
        var published = await Published.CreateAsync();
        published.Replace("90p.m3u8", $"#EXTINF:1.000000,\n{Published.Uri(published.Segment("90p", 4))}\n", "");
        await FindsAsync(published, "90p", DefectCodes.Misaligned);
    }

    [Fact]
    public async Task A_wrong_extinf_is_found()
    {
        var published = await Published.CreateAsync();
        published.Replace("180p.m3u8", "#EXTINF:1.000000", "#EXTINF:1.040000");
        await FindsAsync(published, "180p segment 4", DefectCodes.WrongExtInf);
    }

    [Fact]
    public async Task A_target_duration_below_a_segment_is_found()
    {
        var published = await Published.CreateAsync();
        published.Replace("audio.m3u8", "TARGETDURATION:2", "TARGETDURATION:1");
        await FindsAsync(published, "audio", DefectCodes.WrongTargetDuration);
    }

    [Fact]
    public async Task Wrong_and_missing_codecs_are_found()
    {
        var published = await Published.CreateAsync();
        published.Replace("master.m3u8", "mp4a.40.2", "mp4a.40.5");
        await FindsAsync(published, "180p", DefectCodes.WrongCodecs);
        published.Replace("manifest.mpd", "codecs=\"mp4a.40.2\"", "codecs=\"opus\"");
        Assert.Equal(DefectCodes.WrongCodecs, Assert.Single((await published.CheckAsync(Published.Dash)).Defects).Code);
    }

    [Fact]
    public async Task A_missing_segment_is_found()
    {
        var published = await Published.CreateAsync();
        published.Files.Remove(published.Segment("90p", 3));
        await FindsAsync(published, "90p segment 3", DefectCodes.MissingSegment);
    }

    [Fact]
    public async Task A_missing_playlist_is_found()
    {
        var published = await Published.CreateAsync();
        published.Files.Remove("audio.m3u8");
        Assert.Contains((await published.CheckAsync()).Defects, defect => defect is { Code: DefectCodes.MissingManifest, Where: "audio" });
    }

    [Fact]
    public async Task A_truncated_segment_and_a_broken_init_are_found()
    {
        var published = await Published.CreateAsync();
        published.Files[published.Segment("90p", 3)] = published.Files[published.Segment("90p", 3)][..^10];
        await FindsAsync(published, "90p segment 3", DefectCodes.BrokenBox);
        published.Files[published.Presentation.Audio[0].Segments[0].InitName] = [1, 2, 3];
        Assert.Contains((await published.CheckAsync()).Defects, defect => defect is { Code: DefectCodes.BrokenBox, Where: "audio" });
    }

    [Fact]
    public async Task Init_segments_that_change_along_a_track_are_found()
    {
        var published = await Published.CreateAsync();
        published.Files["other.mp4"] = published.Files[published.Presentation.Video[0].Segments[0].InitName];
        published.Replace("90p.m3u8", $"#EXTINF:1.000000,", "#EXT-X-MAP:URI=\"other.mp4\"\n#EXTINF:1.000000,");
        await FindsAsync(published, "90p segment 4", DefectCodes.InitMismatch);
    }

    [Fact]
    public async Task An_mpd_with_another_timeline_is_found()
    {
        var published = await Published.CreateAsync();
        published.Replace("manifest.mpd", "d=\"30720\" r=\"3\"", "d=\"30700\" r=\"3\"");
        var report = await published.CheckAsync(Published.Dash);
        Assert.All(report.Defects, defect => Assert.Equal(DefectCodes.DashMismatch, defect.Code));
        Assert.Equal(10, report.Defects.Count);
    }

    [Fact]
    public async Task A_manifest_that_is_none_is_a_defect()
    {
        var published = await Published.CreateAsync();
        published.Files["master.m3u8"] = "<html>"u8.ToArray();
        Assert.Equal(DefectCodes.BrokenManifest, Assert.Single((await published.CheckAsync()).Defects).Code);
    }

    private static async Task FindsAsync(Published published, string where, string code, params string[] also)
    {
        var report = await published.CheckAsync();
        Assert.Contains(report.Defects, defect => defect.Code == code && defect.Where == where);
        Assert.All(report.Defects, defect => Assert.Contains(defect.Code, also.Append(code)));
    }

    private static PendingSegment Regroup(IReadOnlyList<CutPart> parts, int number, int[] from)
    {
        var pending = new PendingSegment(number, from[0] * 30 * 512);
        foreach (var bytes in from.Select(index => parts.Segments("90p")[index].Bytes))
        {
            foreach (var sample in SegmentContent.Read(bytes, []).Samples)
            {
                pending.Add(new TrackRunSample(
                    sample.Duration, (uint)sample.Size, sample.IsSync ? SampleFlags.Sync : SampleFlags.Dependent, sample.CompositionOffset))
                    .Append(bytes.Span.Slice((int)sample.Offset, sample.Size));
            }
        }

        return pending;
    }

    private static void Retime(Published published, string file, long by) => Rewrite(published, file, box =>
        box is TrackFragmentDecodeTimeBox time ? new TrackFragmentDecodeTimeBox((ulong)((long)time.DecodeTime + by)) : box);

    private static void Edit(Published published, string file, Func<TrackRunBox, TrackRunBox> edit) => Rewrite(published, file, box =>
        box is TrackRunBox run ? edit(run) : box);

    private static void Rewrite(Published published, string file, Func<Box, Box> edit)
    {
        var writer = new BoxWriter();
        writer.Boxes(BoxParser.ReadAll(published.Files[file]).Select(Apply));
        published.Files[file] = writer.ToArray();

        Box Apply(Box box) => box is ContainerBox container ? container with { Children = [.. container.Children.Select(Apply)] } : edit(box);
    }
}

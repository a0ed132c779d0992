using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Tests.Packaging;

public sealed class SegmentCutterTests
{
    [Fact]
    public async Task Video_segments_hold_whole_grids_and_start_where_the_last_one_ended()
    {
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        foreach (var rendition in new[] { "180p", "90p" })
        {
            var facts = parts.Segments(rendition).ConvertAll(part => part.Facts);
            Assert.Equal([60, 60, 60, 60, 30], facts.Select(f => f.Samples));
            Assert.Equal([0, 1, 2, 3, 4], facts.Select(f => f.Number));
            Assert.All(facts, f => Assert.Equal(f.Number * 60 * 512, f.Start));
            Assert.All(facts, f => Assert.Equal(f.Samples * 512, f.Duration));
        }
    }

    [Fact]
    public async Task Joined_video_decodes_every_frame_from_zero_in_constant_steps()
    {
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        await Ffmpeg.DecodeAsync(parts.Joined("180p"));
        var times = (await Ffmpeg.ProbeAsync(parts.Joined("180p"), "-select_streams v -show_entries frame=pts")).Select(line => long.Parse(line.TrimEnd(','))).ToList();
        // ffprobe moves everything by the largest negative composition offset; that the first frame is shown at 0 is
        // what each segment's own check says.
        Assert.Equal(Enumerable.Range(0, Encoded.Frames).Select(i => times[0] + (i * 512L)), times);
    }

    [Fact]
    public async Task Each_video_segment_decodes_alone()
    {
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        var init = parts.Init("90p").Bytes.ToArray();
        foreach (var segment in parts.Segments("90p").Skip(2))
            await Ffmpeg.DecodeAsync([.. init, .. segment.Bytes.ToArray()]);
    }

    [Fact]
    public async Task Audio_follows_the_video_grid_to_the_nearest_access_unit_and_lasts_as_long()
    {
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        var facts = parts.Segments("audio").ConvertAll(part => part.Facts);
        Assert.Equal(5, facts.Count);
        Assert.All(facts, f => Assert.InRange(f.Start - (f.Number * 2 * 48000), -512, 512));
        Assert.All(facts.Zip(facts.Skip(1)), pair => Assert.Equal(pair.First.Start + pair.First.Duration, pair.Second.Start));
        Assert.InRange(facts[^1].Start + facts[^1].Duration, (9 * 48000) - 1024, (9 * 48000) + 1024);
        await Ffmpeg.DecodeAsync(parts.Joined("audio"));
    }

    [Fact]
    public async Task The_first_sample_of_the_source_plays_at_zero()
    {
        // Silence, then a tone from exactly one second on: decoded, it has to be heard at one second.
        const string source = "-f lavfi -i aevalsrc='if(gte(t\\,1)\\,sin(2*PI*1000*t)\\,0)':s=48000:d=3 -c:a aac -b:a 128k -movflags +cmaf+empty_moov+default_base_moof+frag_keyframe -f mp4";
        var parts = await Encoded.CutAsync(await Ffmpeg.MakeAsync(source), [new(0, "audio", new AudioCut(new Rational(2, 1)))]);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, parts.Joined("audio"));
            var samples = await Ffmpeg.MakeAsync($"-i {file} -f s16le -ac 1");
            var first = Enumerable.Range(0, samples.Length / 2).First(i => Math.Abs((int)BitConverter.ToInt16(samples, i * 2)) > 3000);
            Assert.InRange(first, 48000 - 480, 48000 + 480);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_however_it_is_fragmented()
    {
        var byGop = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        var byTime = await Encoded.CutAsync(await Ffmpeg.MakeAsync(Encoded.Arguments("frag_keyframe -frag_duration 300000")), Encoded.Tracks);
        foreach (var rendition in new[] { "180p", "90p", "audio" })
            Assert.Equal(byGop.Joined(rendition), byTime.Joined(rendition));
    }

    [Fact]
    public async Task A_later_chunk_has_the_same_init_and_continues_the_timeline()
    {
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), [new(1, "90p", new VideoCut(Encoded.Grid, StartFrame: 600))]);
        Assert.Equal((await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks)).Init("90p").Hash, parts.Init("90p").Hash);
        var facts = parts.Segments("90p").ConvertAll(part => part.Facts);
        Assert.Equal([10, 11, 12, 13, 14], facts.Select(f => f.Number));
        Assert.Equal(600 * 512, facts[0].Start);
    }

    [Fact]
    public async Task Late_presentation_of_an_encode_without_negative_offsets_is_taken_off()
    {
        var bytes = await Ffmpeg.MakeAsync(Encoded.Arguments("frag_keyframe").Replace("+cmaf+negative_cts_offsets", "", StringComparison.Ordinal));
        IReadOnlyList<TrackSpec> video = [Encoded.Tracks[0]];
        var expected = await Encoded.CutAsync(await Encoded.BytesAsync(), video);
        Assert.Equal(expected.Joined("180p"), (await Encoded.CutAsync(bytes, video)).Joined("180p"));
    }

    [Fact]
    public async Task Init_segments_name_their_codecs_and_no_clock_and_no_encoder()
    {
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        Assert.StartsWith("avc1.64", parts.Init("180p").Codecs);
        Assert.Equal("mp4a.40.2", parts.Init("audio").Codecs);
        Assert.Equal((15360, 48000), (parts.Init("90p").Timescale, parts.Init("audio").Timescale));
        var text = System.Text.Encoding.Latin1.GetString(parts.Init("180p").Bytes.Span);
        Assert.DoesNotContain("Lav", text, StringComparison.Ordinal);
        Assert.DoesNotContain("x264", text, StringComparison.Ordinal);
        Assert.Equal(parts.Init("180p").Bytes.Length, BoxParser.ReadAll(parts.Init("180p").Bytes).Sum(box => box.ToBytes().Length));
    }

    [Fact]
    public async Task A_grid_that_the_key_frames_miss_is_a_defect()
    {
        var grid = Encoded.Grid with { SegmentFrames = 50 };
        var defect = await Assert.ThrowsAsync<SegmentDefectException>(async () =>
            await Encoded.CutAsync(await Encoded.BytesAsync(), [new(0, "180p", new VideoCut(grid))]));
        Assert.Equal("segment.composition", defect.Code);
    }

    [Fact]
    public async Task A_rate_that_is_not_the_grids_is_a_defect()
    {
        var grid = Encoded.Grid with { FrameTicks = 256 };
        var defect = await Assert.ThrowsAsync<SegmentDefectException>(async () =>
            await Encoded.CutAsync(await Encoded.BytesAsync(), [new(0, "180p", new VideoCut(grid))]));
        Assert.Equal("segment.gap", defect.Code);
    }

    [Fact]
    public async Task An_input_that_ends_early_is_an_error_after_the_segments_before_it()
    {
        var bytes = await Encoded.BytesAsync();
        var parts = new List<CutPart>();
        await Assert.ThrowsAsync<Mp4Exception>(async () =>
        {
            await foreach (var part in new SegmentCutter(Encoded.Tracks).CutAsync(new MemoryStream(bytes, 0, bytes.Length * 3 / 4), default))
                parts.Add(part);
        });
        Assert.True(parts.Segments("180p").Count >= 2);
    }
}

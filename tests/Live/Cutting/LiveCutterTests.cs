using CsCheck;
using StreamPlatform.Media.Live;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Tests.Packaging;

namespace StreamPlatform.Live.Tests.Cutting;

public sealed class LiveCutterTests
{
    [Fact]
    public async Task Every_track_has_the_same_segments_in_the_same_parts()
    {
        var presentation = await Encoded.PresentationAsync();

        var shapes = presentation.Tracks.Select(track => track.Window.Segments.Select(segment => (segment.Number, segment.Parts.Length)).ToList()).ToList();
        Assert.Equal([(0, 10), (1, 10), (2, 10), (3, 6)], shapes[0]);
        Assert.All(shapes, shape => Assert.Equal(shapes[0], shape));
    }

    [Fact]
    public async Task Parts_follow_each_other_without_a_hole_and_hold_what_they_say()
    {
        foreach (var track in (await Encoded.PresentationAsync()).Tracks)
        {
            var (next, sequence) = (0L, 1u);
            foreach (var segment in track.Window.Segments)
            {
                Assert.Equal(next, segment.Start);
                foreach (var part in segment.Parts)
                {
                    var content = SegmentContent.Read(part.Bytes, []);
                    Assert.Equal((next, sequence++), (content.Start, content.Sequence));
                    Assert.Equal((part.Duration, part.IsIndependent), (content.Duration, content.Samples[0].IsSync));
                    Assert.Equal(content.DataBytes, content.SampleBytes);
                    Assert.True(content.Presents());
                    next += part.Duration;
                }
            }
        }
    }

    [Fact]
    public async Task Pictures_and_sound_stay_together_to_half_an_access_unit()
    {
        var presentation = await Encoded.PresentationAsync();
        var video = presentation.Find("180p")!.Window.Segments;
        var audio = presentation.Find("audio")!.Window.Segments;

        Assert.All(video.Zip(audio), pair => Assert.InRange((pair.First.Start / 15360.0) - (pair.Second.Start / 48000.0), -0.0107, 0.0107));
    }

    [Theory]
    [InlineData(60, 2.06)]
    [InlineData(62, 2.0)]
    public async Task Tracks_end_with_the_same_part_though_one_goes_on_a_little_longer(int frames, double soundSeconds)
    {
        var presentation = new LivePresentation(Encoded.Grid, [new("48p", true, 1), new("audio", false, 1)], Encoded.StartsAt);
        await new LiveCutter(presentation).CutAsync(new MemoryStream(await Ffmpeg.MakeAsync(FormattableString.Invariant(
            $"-f lavfi -i testsrc2=s=64x48:r=30:d={frames / 30.0} -f lavfi -i sine=sample_rate=48000:d={soundSeconds} -c:v libx264 -preset ultrafast -tune zerolatency -g 30 -sc_threshold 0 -c:a aac -movflags +cmaf+empty_moov+default_base_moof -frag_duration 1 -f mp4"))), default);

        Assert.All(presentation.Tracks, track => Assert.Equal(10, Assert.Single(track.Window.Segments).Parts.Length));
    }

    [Fact]
    public async Task A_key_frame_starts_each_second_in_a_part_of_its_own()
    {
        foreach (var track in (await Encoded.PresentationAsync()).Tracks.Where(track => track.Spec.IsVideo))
        {
            Assert.All(track.Window.Segments, segment => Assert.Equal(segment.Parts.Select(part => part.Index is 0 or 5), segment.Parts.Select(part => part.IsIndependent)));
        }
    }

    [Fact]
    public async Task Joined_tracks_decode_without_a_complaint_and_lose_no_frame_of_a_whole_part()
    {
        var presentation = await Encoded.PresentationAsync();
        foreach (var track in presentation.Tracks)
            await Ffmpeg.DecodeAsync(track.Joined());

        var frames = await Ffmpeg.ProbeAsync(presentation.Find("90p")!.Joined(), "-select_streams v -show_entries frame=pts");
        Assert.Equal(Encoded.WholeFrames, frames.Length);
    }

    [Fact]
    public async Task A_segment_can_be_decoded_alone()
    {
        var track = (await Encoded.PresentationAsync()).Find("90p")!;
        await Ffmpeg.DecodeAsync([.. track.Header!.Init.Span, .. track.Window.Segments[2].Parts.SelectMany(part => part.Bytes.ToArray())]);
    }

    [Fact]
    public async Task However_the_pipe_hands_its_bytes_out_the_parts_are_the_same()
    {
        var bytes = await Encoded.BytesAsync();
        var expected = (await Encoded.PresentationAsync()).Tracks.Select(track => track.Joined()).ToList();

        await Gen.Int[1, 5000].Array[1, 20].SampleAsync(async sizes =>
        {
            var cut = await Encoded.CutAsync(new Dripping(bytes, sizes));
            Assert.Equal(expected, cut.Tracks.Select(track => track.Joined()));
        }, iter: 5);
    }

    [Fact]
    public async Task A_part_is_there_as_soon_as_its_last_sample_is()
    {
        var bytes = await Encoded.BytesAsync();
        var presentation = Encoded.Empty();
        using var pipe = new Held(bytes);
        var cutting = new LiveCutter(presentation).CutAsync(pipe, default);
        var track = presentation.Tracks[0];

        // What is handed out ends with the sixth frame: nothing of the seventh is needed for the part to be closed.
        pipe.Release(EndOfFrame(bytes, 6));
        var window = await track.WaitAsync(window => window.Holds(0, 0), default);
        Assert.Equal((0, 1), window.Next);
        Assert.False(window.Holds(0, 1));

        pipe.Release(bytes.Length);
        await cutting;
        Assert.True(track.Window.HasEnded);
    }

    /// <summary>What comes of an encoder that is killed at any byte: as many parts as were whole, and an end in every track.</summary>
    [Fact]
    public async Task An_input_that_is_cut_short_anywhere_ends_every_track()
    {
        var bytes = await Encoded.BytesAsync();
        await Gen.Int[0, bytes.Length - 1].SampleAsync(async length =>
        {
            var presentation = Encoded.Empty();
            var failure = await Record.ExceptionAsync(() => new LiveCutter(presentation).CutAsync(new MemoryStream(bytes, 0, length), default));
            Assert.True(failure is null or Mp4Exception, failure?.ToString());
            Assert.All(presentation.Tracks, track => Assert.True(track.Window.HasEnded));
        }, iter: 40);
    }

    [Fact]
    public async Task Damaged_input_gives_no_other_error_than_that_it_is_damaged()
    {
        var bytes = await Encoded.BytesAsync();
        await Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 12].SampleAsync(async patches =>
        {
            var damaged = bytes.ToArray();
            foreach (var (at, value) in patches)
                damaged[at] = value;
            var failure = await Record.ExceptionAsync(() => Encoded.CutAsync(new MemoryStream(damaged)));
            Assert.True(failure is null or Mp4Exception or SegmentDefectException, failure?.ToString());
        }, iter: 60);
    }

    [Fact]
    public async Task Tracks_that_are_not_those_announced_are_refused()
    {
        var presentation = new LivePresentation(Encoded.Grid, [.. Encoded.Tracks.Reverse()], Encoded.StartsAt);
        await Assert.ThrowsAsync<Mp4Exception>(async () => await new LiveCutter(presentation).CutAsync(new MemoryStream(await Encoded.BytesAsync()), default));
    }

    [Fact]
    public async Task Frames_at_another_rate_than_the_grids_are_a_defect()
    {
        var presentation = new LivePresentation(LiveGrid.For(25), Encoded.Tracks, Encoded.StartsAt);
        var defect = await Assert.ThrowsAsync<SegmentDefectException>(async () => await new LiveCutter(presentation).CutAsync(new MemoryStream(await Encoded.BytesAsync()), default));
        Assert.Equal("segment.gap", defect.Code);
    }

    [Fact]
    public async Task Key_frames_that_are_further_apart_than_the_grids_are_a_defect()
    {
        var bytes = await Ffmpeg.MakeAsync("-f lavfi -i testsrc2=s=64x48:r=30:d=2 -c:v libx264 -preset ultrafast -tune zerolatency -g 45 -sc_threshold 0 -movflags +cmaf+empty_moov+default_base_moof -frag_duration 1 -f mp4");
        var presentation = new LivePresentation(Encoded.Grid, [new("48p", true, 1)], Encoded.StartsAt);
        var defect = await Assert.ThrowsAsync<SegmentDefectException>(() => new LiveCutter(presentation).CutAsync(new MemoryStream(bytes), default));
        Assert.Equal("segment.no_key_frame", defect.Code);
    }

    /// <summary>Where the data of frame number <paramref name="frame"/> of the first track ends.</summary>
    private static int EndOfFrame(byte[] bytes, int frame)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var (start, box) = (at, BoxParser.ReadAt(bytes, ref at));
            if (box is not ContainerBox moof || moof.Type != "moof") continue;
            foreach (var sample in new FragmentSamples([]).List(moof, start).Where(sample => sample.TrackId == 1))
            {
                if (--frame == 0) return (int)sample.Offset + sample.Size;
            }
        }

        throw new InvalidOperationException("There are fewer frames.");
    }
}

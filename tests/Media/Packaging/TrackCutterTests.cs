using CsCheck;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Tests.Packaging;

/// <summary>The cutting rules on made-up samples: any rate, any length, any timescale of the input.</summary>
public sealed class TrackCutterTests
{
    private static readonly Gen<Rational> Rates = Gen.Int[0, 5].Select(i => new[]
    {
        new Rational(30, 1), new Rational(30000, 1001), new Rational(24000, 1001), new Rational(25, 1), new Rational(60000, 1001), new Rational(15, 1),
    }[i]);

    [Fact]
    public void Audio_boundaries_are_the_access_units_nearest_to_the_grid() => Gen.Select(
        Rates, Gen.Int[1, 1500], Gen.Int[0, 1].Select(i => i == 0 ? 48000 : 44100), Gen.UInt[1, 1024]).Sample(CutAudio, iter: 200);

    [Fact]
    public void A_tail_that_is_long_enough_only_by_what_the_encoder_filled_it_up_with_joins_the_segment_before() =>
        CutAudio(new Rational(30000, 1001), 1131, 48000, 495);

    private static void CutAudio(Rational rate, int units, int sampleRate, uint last)
    {
        var grid = new OutputGrid(rate, rate.Numerator, rate.Denominator, 60, 120);
        var track = new SourceTrack(1, (uint)sampleRate, "soun", new AudioSampleEntry("mp4a", 1, 2, 16, (ushort)sampleRate, []));
        var cutter = TrackCutter.Create(new TrackSpec(0, "a", AudioCut.Following(grid)), track);
        // One unit of priming comes first.
        var parts = Feed(cutter, Enumerable.Range(0, units + 1).Select(i => new SourceSample(1, i * 1024L, i == units ? last : 1024, 0, true, 0, 3)));

        Assert.Equal(((units - 1) * 1024L) + last, parts.Sum(part => part.Facts.Duration));
        var (start, number) = (0L, 0L);
        foreach (var facts in parts.Select(part => part.Facts))
        {
            Assert.Equal((number++, start), (facts.Number, facts.Start));
            var boundary = facts.Number * (decimal)grid.SegmentFrames * grid.FrameTicks / grid.Timescale * sampleRate;
            Assert.True(Math.Abs(facts.Start - boundary) <= 512, $"{facts.Start} is not next to {boundary}");
            start += facts.Duration;
        }

        Assert.True(parts.Count == 1 || parts[^1].Facts.Duration * 10 >= sampleRate, "A tail too short to be a segment has one.");
    }

    [Fact]
    public void Video_times_are_frame_numbers_whatever_the_input_counts_in() => Gen.Select(
        Rates, Gen.Int[1, 400], Gen.Int[0, 3].Select(i => new uint[] { 12800, 90000, 1_000_000, 48000 }[i]), Gen.Int[0, 5]).Sample((rate, frames, timescale, chunk) =>
        {
            var grid = new OutputGrid(rate, rate.Numerator, rate.Denominator, 24, 48);
            var track = new SourceTrack(1, timescale, "vide", new VideoSampleEntry("avc1", 1, 16, 16, "", []));
            var cutter = TrackCutter.Create(new TrackSpec(0, "v", new VideoCut(grid, chunk * 48L)), track);
            var parts = Feed(cutter, Enumerable.Range(0, frames).Select(i => new SourceSample(
                1, 7777 + (long)Math.Round((decimal)i * rate.Denominator * timescale / rate.Numerator), 1, 0, i % 24 == 0, 0, 5)));

            Assert.Equal(frames, parts.Sum(part => part.Facts.Samples));
            Assert.All(parts.SkipLast(1), part => Assert.Equal(48, part.Facts.Samples));
            Assert.Equal(Enumerable.Range(0, parts.Count).Select(i => (long)chunk + i), parts.Select(part => part.Facts.Number));
            Assert.All(parts, part => Assert.Equal(part.Facts.Number * 48 * grid.FrameTicks, part.Facts.Start));
        }, iter: 200);

    [Fact]
    public void A_hole_in_the_sound_is_a_defect()
    {
        var track = new SourceTrack(1, 48000, "soun", new AudioSampleEntry("mp4a", 1, 2, 16, 48000, []));
        var cutter = TrackCutter.Create(new TrackSpec(0, "a", new AudioCut(new Rational(4, 1))), track);
        var defect = Assert.Throws<SegmentDefectException>(() => Feed(cutter, Enumerable.Range(0, 100).Select(i =>
            new SourceSample(1, (i * 1024L) + (i > 50 ? 5000 : 0), 1024, 0, true, 0, 3))));
        Assert.Equal("segment.gap", defect.Code);
    }

    [Fact]
    public void A_track_of_the_wrong_kind_is_refused() => Assert.Throws<Mp4Exception>(() => TrackCutter.Create(
        new TrackSpec(0, "a", new AudioCut(new Rational(4, 1))), new SourceTrack(1, 48000, "vide", new VideoSampleEntry("avc1", 1, 16, 16, "", []))));

    private static List<SegmentPart> Feed(TrackCutter cutter, IEnumerable<SourceSample> samples)
    {
        var parts = new List<SegmentPart>();
        foreach (var sample in samples)
        {
            if (cutter.Add(sample) is not { } segment) continue;
            segment.Append(new byte[sample.Size]);
            if (cutter.TakeComplete() is { } part) parts.Add(part);
        }

        parts.AddRange(cutter.Finish());
        return parts;
    }
}

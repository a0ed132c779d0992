using System.Globalization;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Playback.Clips;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Tests.Packaging;

public sealed class ClipCutTests
{
    /// <summary>The shared encode lasts 9 s, in segments of 2 s.</summary>
    [Theory]
    [InlineData(2, 4, 2, 4)]
    [InlineData(2.1, 3.9, 2, 4)]
    [InlineData(3.9, 4.1, 2, 6)]
    [InlineData(0, 0.1, 0, 2)]
    [InlineData(7, 9, 6, 9)]
    [InlineData(8.5, 100, 8, 9)]
    public async Task A_clip_is_the_whole_segments_that_hold_it(double start, double end, double from, double to)
    {
        var cut = (await CutAsync(start, end)).Value;

        Assert.Equal((from, to), (cut.StartSeconds, cut.EndSeconds));
        Assert.Equal(to - from, cut.Presentation.DurationSeconds);
        foreach (var track in cut.Presentation.Video.Concat<PresentedTrack>(cut.Presentation.Audio))
        {
            Assert.Equal(0, track.Segments[0].Start);
            Assert.All(track.Segments.Zip(track.Segments.Skip(1)), pair => Assert.Equal(pair.First.Start + pair.First.Duration, pair.Second.Start));
            Assert.InRange((double)track.Segments.Sum(segment => segment.Duration) / track.Timescale, to - from - 0.022, to - from + 0.022);
            Assert.All(track.Segments, segment => Assert.StartsWith("asset_2/1-clip/", segment.Name, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    [InlineData(-1, 3)]
    [InlineData(9, 10)]
    [InlineData(double.NaN, 3)]
    [InlineData(3, double.NaN)]
    public async Task A_span_that_can_not_be_is_refused(double start, double end) =>
        Assert.Equal("clip.range_invalid", (await CutAsync(start, end)).Error!.Code);

    [Fact]
    public async Task Chapters_are_those_within_on_the_clip_s_own_clock()
    {
        var published = await Published.CreateAsync();
        var parent = published.Presentation with { Chapters = [new Chapter(0, 2, "before"), new Chapter(2, 5, "begin"), new Chapter(5, 9, "end")] };

        var cut = ClipCut.Of(parent, new RunPaths("asset_2", "1-clip"), 3, 6).Value;

        Assert.Equal([new Chapter(0, 3, "begin"), new Chapter(3, 4, "end")], cut.Presentation.Chapters);
    }

    [Fact]
    public async Task Sound_that_is_cut_elsewhere_is_refused()
    {
        var published = await Published.CreateAsync();
        var audio = published.Presentation.Audio[0];
        var parent = published.Presentation with { Audio = [audio with { Segments = [audio.Segments[0] with { Duration = audio.Segments.Sum(segment => segment.Duration) }] }] };
        Assert.Equal("clip.unaligned", ClipCut.Of(parent, new RunPaths("asset_2", "1-clip"), 3, 6).Error?.Code);
    }

    private static async Task<Domain.Result<ClipCut>> CutAsync(double start, double end) =>
        ClipCut.Of((await Published.CreateAsync()).Presentation, new RunPaths("asset_2", "1-clip"), start, end);
}

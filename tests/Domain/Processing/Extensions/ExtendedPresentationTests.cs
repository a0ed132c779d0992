using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Extensions;

namespace StreamPlatform.Domain.Tests.Processing.Extensions;

public sealed class ExtendedPresentationTests
{
    [Fact]
    public void New_renditions_stand_among_the_old_ones_which_stay_where_they_are()
    {
        var extended = ExtendedPresentation.Of(Of("1-old", ("720p", 720, 100), ("360p", 360, 50)), Of("1-new", ("720p-av1", 720, 60)), onlySavings: false).Value;

        Assert.Equal(["720p", "720p-av1", "360p"], extended.Video.Select(video => video.Name));
        Assert.Equal(["1-old", "1-new", "1-old"], extended.Video.Select(video => video.Segments[0].Name.Split('/')[1]));
        Assert.Equal("1-new", extended.RunId);
        Assert.Equal(["1-old"], ExtendedPresentation.OtherRuns(extended)!);
    }

    [Fact]
    public void One_of_the_same_name_takes_the_place_of_the_old_one_and_of_its_key_frames()
    {
        var extended = ExtendedPresentation.Of(Of("1-old", ("720p", 720, 100), ("360p", 360, 50)), Of("1-new", ("360p", 360, 40)), onlySavings: true).Value;

        Assert.Equal([100, 40], extended.Video.Select(video => video.AverageBitrate));
        Assert.All(extended.KeyFrames, keys => Assert.StartsWith($"asset_1/{(keys.Rendition == "360p" ? "1-new" : "1-old")}/", keys.InitName, StringComparison.Ordinal));
        Assert.Equal(2, extended.KeyFrames.Count);
    }

    [Fact]
    public void A_revision_of_which_nothing_is_left_does_not_hold_its_run()
    {
        var extended = ExtendedPresentation.Of(Of("1-old", ("360p", 360, 50)), Of("1-new", ("360p", 360, 40)), onlySavings: false).Value;
        Assert.Null(ExtendedPresentation.OtherRuns(extended));
    }

    [Theory]
    [InlineData(96, false)]
    [InlineData(95, true)]
    public void What_is_made_to_save_bits_is_left_out_when_it_does_not(long bitrate, bool isKept)
    {
        var extended = ExtendedPresentation.Of(Of("1-old", ("720p", 720, 100), ("360p", 360, 50)), Of("1-new", ("720p-av1", 720, bitrate)), onlySavings: true);
        Assert.Equal(isKept ? null : "rendition.no_gain", extended.Error?.Code);
    }

    [Fact]
    public void What_is_cut_at_other_places_is_refused()
    {
        var made = Of("1-new", ("720p-av1", 720, 60));
        var moved = made with { Video = [made.Video[0] with { Segments = [made.Video[0].Segments[0] with { Duration = 51_712 }, made.Video[0].Segments[1]] }] };
        Assert.Equal("rendition.misaligned", ExtendedPresentation.Of(Of("1-old", ("720p", 720, 100)), moved, onlySavings: false).Error!.Code);
    }

    private static Presentation Of(string runId, params (string Name, int Height, long Bitrate)[] rungs)
    {
        var paths = new RunPaths("asset_1", runId);
        return new Presentation
        {
            AssetId = "asset_1",
            RunId = runId,
            Complete = true,
            DurationSeconds = 8,
            TargetSegmentSeconds = 4,
            Video = [.. rungs.Select(rung => new PresentedVideo
            {
                Name = rung.Name,
                Codecs = "avc1.64001F",
                Timescale = 12_800,
                AverageBitrate = rung.Bitrate,
                PeakBitrate = rung.Bitrate,
                Width = rung.Height * 16 / 9,
                Height = rung.Height,
                FrameRate = new Rational(25, 1),
                Segments = [.. Enumerable.Range(0, 2).Select(n => new PresentedSegment(paths.Segment(WorkItemKind.Video, rung.Name, n).Name, paths.Init(WorkItemKind.Video, rung.Name).Name, n * 51_200L, 51_200, 1))],
            })],
            Audio = [],
            KeyFrames = [.. rungs.Where(rung => !rung.Name.Contains('-', StringComparison.Ordinal)).Select(rung => new PresentedKeyFrames
            {
                Name = $"{rung.Name}-keys", Rendition = rung.Name, Codecs = "avc1.64001F", Timescale = 12_800, AverageBitrate = 1, PeakBitrate = 1, Width = 1, Height = 1,
                InitName = paths.Init(WorkItemKind.Video, rung.Name).Name, Blobs = [],
            })],
        };
    }
}

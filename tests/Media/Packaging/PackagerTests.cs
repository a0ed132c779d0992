using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging;

namespace StreamPlatform.Media.Tests.Packaging;

public sealed class PackagerTests
{
    private static readonly Packager Packager = new();

    [Fact]
    public async Task Chunks_join_to_one_timeline_with_its_pictures()
    {
        var result = Packager.Package(Published.Plan, await MarkersAsync());
        var presentation = result.Value;
        Assert.Equal(["180p", "90p"], presentation.Video.Select(track => track.Name));
        Assert.All(presentation.Video, track => Assert.Equal(5, track.Segments.Count));
        Assert.Equal(9, presentation.DurationSeconds, 0.03);
        Assert.Equal(2, presentation.TargetSegmentSeconds, 0.03);
        Assert.EndsWith("/video/90p/000003.m4s", presentation.Video[1].Segments[3].Name);
        Assert.Equal(2, presentation.Thumbnails.Count);
        Assert.EndsWith("/pictures/poster.jpg", presentation.Poster);
        Assert.Equal((3, 9), (presentation.Storyboard!.Sheets.Count, presentation.Storyboard.Count));
        Assert.EndsWith("/pictures/preview.webp", presentation.Preview!.Image);
        Assert.All(presentation.Video, track => Assert.True(track.PeakBitrate >= track.AverageBitrate && track.AverageBitrate > 0));
        Assert.Equal((1, 48000, "und"), (presentation.Audio[0].Channels, presentation.Audio[0].SampleRate, presentation.Audio[0].Language));
    }

    [Fact]
    public async Task A_marker_that_is_not_there_is_named() =>
        Assert.Equal("package.missing_item", Code((await MarkersAsync()).Where(marker => marker.ItemId != "video-c1")));

    [Fact]
    public async Task A_failed_item_fails_with_its_own_code() =>
        Assert.Equal("source.damaged", Code((await MarkersAsync()).Select(marker =>
            marker.ItemId == "audio" ? marker with { Failure = new AssetFailure("source.damaged", "…") } : marker)));

    [Fact]
    public async Task A_rung_that_was_lost_is_left_out_and_its_neighbour_is_joined_from_item_and_part()
    {
        var markers = await MarkersAsync();
        var chunk = markers.Single(marker => marker.ItemId == "video-c1");
        markers.Remove(chunk);
        markers.Add(chunk with { Outputs = [], Failure = new AssetFailure("transcode.failed", "…") });
        Assert.Equal("package.missing_item", Code(markers));

        markers.Add(new ItemMarker { ItemId = "video-c1-only-90p", Outputs = [chunk.Outputs[1]] });
        markers.Add(new ItemMarker { ItemId = "video-c1-only-180p", Failure = new AssetFailure("transcode.failed", "…") });
        var presentation = Packager.Package(Published.Plan, markers).Value;
        var video = Assert.Single(presentation.Video);
        Assert.Equal(("90p", 160, 5), (video.Name, video.Width, video.Segments.Count));
    }

    [Fact]
    public async Task Without_a_low_rung_or_sound_there_is_nothing_to_publish()
    {
        var markers = await MarkersAsync();
        Assert.Equal("transcode.failed", Code(markers.ConvertAll(marker => marker.ItemId == "audio" ? marker with { Failure = new AssetFailure("transcode.failed", "…") } : marker)));
    }

    [Fact]
    public async Task Failed_pictures_fail_nothing() =>
        Assert.Null(Code((await MarkersAsync()).Select(marker =>
            marker.ItemId == "pictures" ? marker with { Failure = new AssetFailure("x", "…"), Pictures = [] } : marker)));

    [Fact]
    public async Task A_storyboard_without_its_last_sheet_is_none()
    {
        var markers = (await MarkersAsync()).ConvertAll(marker => marker with { Pictures = [.. marker.Pictures.Where(name => name != "storyboard/000002.jpg")] });
        var presentation = Packager.Package(Published.Plan, markers).Value;
        Assert.Null(presentation.Storyboard);
        Assert.NotNull(presentation.Poster);
    }

    [Fact]
    public async Task A_lost_segment_is_a_gap() =>
        Assert.Equal("package.gap", Code(Edit(await MarkersAsync(), "video-c0", "90p", segments => [segments[0]])));

    [Fact]
    public async Task A_segment_twice_is_not_accepted() =>
        Assert.Equal("package.gap", Code(Edit(await MarkersAsync(), "video-c0", "90p", segments => [.. segments, segments[^1]])));

    [Fact]
    public async Task A_segment_that_starts_early_overlaps() =>
        Assert.Equal("package.overlap", Code(Edit(await MarkersAsync(), "video-c1", "90p", segments => [segments[0] with { Start = segments[0].Start - 512 }, .. segments.Skip(1)])));

    [Fact]
    public async Task Rungs_of_different_length_are_misaligned() =>
        Assert.Equal("package.misaligned", Code(Edit(await MarkersAsync(), "video-c1", "90p", segments => [.. segments.SkipLast(1)])));

    [Fact]
    public async Task Chunks_with_different_init_segments_cannot_be_joined()
    {
        var markers = (await MarkersAsync()).ConvertAll(marker => marker.ItemId != "video-c1"
            ? marker
            : marker with { Outputs = [.. marker.Outputs.Select(output => output with { InitHash = "other" })] });
        Assert.Equal("package.init_mismatch", Code(markers));
    }

    [Fact]
    public async Task A_source_that_ended_before_its_last_chunk_is_only_shorter()
    {
        var markers = (await MarkersAsync()).ConvertAll(marker => marker.ItemId == "video-c1" ? marker with { Outputs = [] } : marker);
        var presentation = Packager.Package(Published.Plan, markers).Value;
        Assert.All(presentation.Video, track => Assert.Equal(2, track.Segments.Count));
    }

    [Fact]
    public async Task Video_without_a_single_frame_is_refused() =>
        Assert.Equal("source.no_frames", Code((await MarkersAsync()).Select(marker =>
            marker.ItemId.StartsWith("video", StringComparison.Ordinal) ? marker with { Outputs = [] } : marker)));

    [Fact]
    public async Task Audio_may_end_before_the_video_or_hold_nothing()
    {
        var shorter = Packager.Package(Published.Plan, Edit(await MarkersAsync(), "audio", "audio", segments => [.. segments.Take(2)])).Value;
        Assert.Equal(2, shorter.Audio[0].Segments.Count);
        Assert.Equal(9, shorter.DurationSeconds, 0.001);
        Assert.Empty(Packager.Package(Published.Plan, Edit(await MarkersAsync(), "audio", "audio", _ => [])).Value.Audio);
    }

    private static async Task<List<ItemMarker>> MarkersAsync() => Published.Markers(await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks));

    private static string? Code(IEnumerable<ItemMarker> markers) => Packager.Package(Published.Plan, [.. markers]).Error?.Code;

    private static List<ItemMarker> Edit(List<ItemMarker> markers, string item, string rendition, Func<IReadOnlyList<SegmentFacts>, IReadOnlyList<SegmentFacts>> edit) =>
        markers.ConvertAll(marker => marker with
        {
            Outputs = [.. marker.Outputs.Select(output => output with
            {
                Segments = marker.ItemId == item && output.Rendition == rendition ? edit(output.Segments) : output.Segments,
                KeyFrames = [],
            })],
        });
}

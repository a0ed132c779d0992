using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Domain.Tests.Processing;

public sealed class LostRenditionsTests
{
    private static readonly AssetFailure Failure = new("transcode.failed", "It did not work.");

    private static readonly TranscodePlan Plan = new()
    {
        AssetId = "asset_1",
        Generation = 1,
        Source = new SourceFile("uploads", "asset_1/upload_1", "0x1", 1000, "sea.mp4"),
        Info = new SourceInfo { Container = "mov", DurationSeconds = 16, Bytes = 1000 },
        Video = [],
        Audio = [],
        Chunks = [new Chunk(0, 0, 300), new Chunk(1, 300, null)],
        Items =
        [
            new("head", WorkItemKind.HeadStart, WorkPriority.High, 0, 1, ["360p", "und-128k"], 1, 200),
            new("audio", WorkItemKind.Audio, WorkPriority.Normal, 0, 2, ["und-128k"], 1),
            new("video-c0", WorkItemKind.Video, WorkPriority.Normal, 0, 1, ["720p", "360p"], 10),
            new("video-c1", WorkItemKind.Video, WorkPriority.Normal, 1, 1, ["720p", "360p"], 10),
            new("pictures", WorkItemKind.Pictures, WorkPriority.Normal, 0, 2, [], 1),
        ],
    };

    [Fact]
    public void Nothing_is_lost_by_a_head_start_or_pictures() => Assert.Empty(Lost(("head", Failure), ("pictures", Failure)));

    [Fact]
    public void An_item_of_several_renditions_loses_those_that_fail_by_themselves_too()
    {
        Assert.Empty(Lost(("video-c1", Failure)));
        Assert.Empty(Lost(("video-c1", Failure), ("video-c1-only-720p", null), ("video-c1-only-360p", null)));
        Assert.Equal(["720p"], Lost(("video-c1", Failure), ("video-c1-only-720p", Failure), ("video-c1-only-360p", null)));
    }

    [Fact]
    public void An_item_of_one_rendition_loses_it() => Assert.Equal(["und-128k"], Lost(("audio", Failure)));

    [Fact]
    public void A_fault_of_the_source_loses_all_of_the_item() =>
        Assert.Equal(["720p", "360p"], Lost(("video-c0", new AssetFailure("source.changed", "It was replaced."))));

    [Fact]
    public void A_part_is_found_by_its_name_and_keeps_the_way_pictures_are_scaled()
    {
        var part = Plan.FindItem("video-c1-only-360p")!;
        Assert.Equal((1, "360p", "720p 360p"), (part.FirstChunk, Assert.Single(part.Renditions), string.Join(' ', part.Through!)));
        Assert.Null(Plan.FindItem("video-c1-only-1080p"));
        Assert.Null(Plan.FindItem("audio-only-und-128k"));
    }

    [Fact]
    public void A_plan_without_parts_is_stored_as_before() =>
        Assert.DoesNotContain("through", System.Text.Json.JsonSerializer.Serialize(Plan, DomainJson.Options), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Lost(params (string Id, AssetFailure? Failure)[] ends) =>
        LostRenditions.Of(Plan, ends.ToDictionary(end => end.Id, end => new ItemMarker { ItemId = end.Id, Failure = end.Failure })).Keys;
}

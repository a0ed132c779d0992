using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Domain.Tests.Processing;

public sealed class RequiredRenditionsTests
{
    [Fact]
    public void One_low_rung_and_one_sound_are_needed() =>
        Assert.Equal("480p 360p | en-128k de-128k", Required(["1080p", "720p", "480p", "360p"], ["en-128k", "de-128k"]));

    [Fact]
    public void Where_all_rungs_are_large_the_smallest_is_needed() => Assert.Equal("720p", Required(["1080p", "720p"], []));

    [Fact]
    public void Rungs_that_not_every_device_decodes_do_not_count() =>
        Assert.Equal("360p", Required(["1080p", "360p", "360p-av1"], []));

    [Fact]
    public void Sound_alone_needs_one_of_its_renditions() => Assert.Equal("en-128k", Required([], ["en-128k"]));

    [Fact]
    public void Portrait_rungs_are_told_by_their_short_side()
    {
        var plan = Plan.Of(["480p"], []);
        var portrait = plan with { Video = [plan.Video[0] with { Width = 480, Height = 854 }] };
        Assert.Equal(["480p"], RequiredRenditions.Of(portrait)[0]);
    }

    private static string Required(string[] video, string[] audio) =>
        string.Join(" | ", RequiredRenditions.Of(Plan.Of(video, audio)).Select(group => string.Join(' ', group)));

    private static class Plan
    {
        public static TranscodePlan Of(string[] video, string[] audio) => new()
        {
            AssetId = "asset_1",
            Generation = 1,
            Source = new SourceFile("uploads", "asset_1/upload_1", "0x1", 1000, "sea.mp4"),
            Info = new SourceInfo { Container = "mov", DurationSeconds = 16, Bytes = 1000 },
            Video = [.. video.Select(name => Rung(name, int.Parse(name.Split('p')[0], null)))],
            Audio = [.. audio.Select(name => new AudioRendition(name, "aac", 1, 2, 48000, 128_000, "und"))],
            Chunks = [new Chunk(0, 0, null)],
            Items = [],
        };

        private static VideoRendition Rung(string name, int height) =>
            new(name, name.EndsWith("av1", StringComparison.Ordinal) ? "av1" : "h264", height * 16 / 9, height, 23, 1, 1, "veryfast", "high");
    }
}

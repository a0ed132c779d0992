using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Tests.Packaging;

namespace StreamPlatform.Media.Tests.Planning;

public sealed class TrickPlayTests
{
    private static readonly IReadOnlyList<VideoRendition> Ladder = [Rung("1080p", 1080), Rung("720p", 720), Rung("480p", 480), Rung("360p", 360), Rung("240p", 240)];

    [Fact]
    public void One_low_rung_keeps_its_key_frames()
    {
        var plan = Published.Plan with { Video = Ladder, KeyFrames = TrickPlay.For(Ladder) };
        Assert.Equal([0, 0, 0, 8, 0], Ladder.Select(rung => plan.KeyFrameSegmentsOf(rung.Name)));
    }

    [Fact]
    public void Where_that_rung_is_dropped_the_next_one_does()
    {
        var plan = Published.Plan with { Video = Ladder, KeyFrames = TrickPlay.For(Ladder) };
        Assert.Equal(8, plan.Settled(new LadderChoice { Video = [Ladder[0], Ladder[2], Ladder[4]] }).KeyFrameSegmentsOf("240p"));
        Assert.Equal(8, plan.Settled(new LadderChoice { Video = [Ladder[0], Ladder[2]] }).KeyFrameSegmentsOf("480p"));
    }

    [Fact]
    public void Other_codecs_than_H264_offer_none() => Assert.Null(TrickPlay.For([Rung("360p", 360) with { Codec = "av1" }]));

    private static VideoRendition Rung(string name, int height) => new(name, "h264", height * 16 / 9, height, 23, 1_000_000, 2_000_000, "veryfast", "high");
}

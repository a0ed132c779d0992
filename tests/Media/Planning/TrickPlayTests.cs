using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;

namespace StreamPlatform.Media.Tests.Planning;

public sealed class TrickPlayTests
{
    private static readonly IReadOnlyList<VideoRendition> Ladder = [Rung("1080p", 1080), Rung("720p", 720), Rung("480p", 480), Rung("360p", 360), Rung("240p", 240)];

    [Fact]
    public void One_low_rung_keeps_its_key_frames() =>
        Assert.Equal([0, 0, 0, 8, 0], Ladder.Select(rung => TrickPlay.For(Ladder)!.SegmentsOf(rung.Name)));

    [Fact]
    public void Other_codecs_than_H264_offer_none() => Assert.Null(TrickPlay.For([Rung("360p", 360) with { Codec = "av1" }]));

    private static VideoRendition Rung(string name, int height) => new(name, "h264", height * 16 / 9, height, 23, 1_000_000, 2_000_000, "veryfast", "high");
}

using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Tests.Ingest;

public sealed class LiveLadderTests
{
    [Theory]
    [InlineData(1920, 1080, "1280x720 640x360")]
    [InlineData(1080, 1920, "720x1280 360x640")]
    [InlineData(1280, 720, "1280x720 640x360")]
    [InlineData(640, 480, "480x360")]
    [InlineData(426, 240, "426x240")]
    [InlineData(721, 405, "640x360")]
    [InlineData(99, 33, "100x32")]
    public void Nothing_is_made_larger_than_it_came(int width, int height, string sizes)
    {
        var rungs = new LiveLadder([360, 720]).For(new LiveSource(width, height, 30, true), LiveGrid.For(30));

        Assert.Equal(sizes, string.Join(' ', rungs.Select(rung => $"{rung.Width}x{rung.Height}")));
        Assert.Equal(rungs.Select(rung => rung.Bitrate).OrderDescending().Distinct(), rungs.Select(rung => rung.Bitrate));
    }

    [Fact]
    public void Sound_is_a_track_where_there_is_any()
    {
        var source = new LiveSource(1280, 720, 30, true);
        var rungs = new LiveLadder([720]).For(source, LiveGrid.For(30));

        Assert.Equal(["720p", "audio"], LiveLadder.Tracks(rungs, source).Select(track => track.Name));
        Assert.Equal(["720p"], LiveLadder.Tracks(rungs, source with { HasAudio = false }).Select(track => track.Name));
    }
}

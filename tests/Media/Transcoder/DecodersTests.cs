using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Transcoding;

namespace StreamPlatform.Media.Tests.Transcoder;

public sealed class DecodersTests
{
    [Theory]
    [InlineData(640, 360, "yuv420p", 16)]
    [InlineData(1920, 1080, "yuv420p", 8)]
    [InlineData(3840, 2160, "yuv420p", 2)]
    [InlineData(3840, 2160, "yuv420p10le", 1)]
    [InlineData(7680, 4320, "yuv420p10le", 1)]
    public void The_larger_the_pictures_the_fewer_decoders_run_at_once(int width, int height, string format, int most)
    {
        var video = new VideoTrack(0, "hevc", width, height, width, height, new Rational(30, 1), format, 0, false, null) { BitDepth = format.Contains("10", StringComparison.Ordinal) ? 10 : 8 };

        var groups = Decoders.Groups(video, Enumerable.Range(0, 33)).ToList();

        Assert.Equal(Enumerable.Range(0, 33), groups.SelectMany(group => group));
        Assert.Equal(most, groups.Max(group => group.Length));
    }
}

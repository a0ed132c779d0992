using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Probing;

namespace StreamPlatform.Media.Tests.Probing;

public sealed class HdrFactsTests
{
    private const string Screen = "[Parsed_showinfo_1 @ 0x55]   side data - mastering display: has_primaries:1 has_luminance:1 r(0.6800,0.3200) g(0.2650,0.6900) b(0.1500 0.0600) wp(0.3127, 0.3290) min_luminance=0.005000, max_luminance=1000.000000";

    private static readonly MasteringDisplay P3 = new(new(0.68, 0.32), new(0.265, 0.69), new(0.15, 0.06), new(0.3127, 0.329), 0.005, 1000);

    [Fact]
    public void A_picture_tells_its_screen_and_its_brightest_light() =>
        Assert.Equal(
            new HdrMetadata(P3, new ContentLight(1000, 400)),
            HdrFacts.Of(new StreamScan(), [Screen, "[Parsed_showinfo_1 @ 0x55]   side data - Content Light Level information: MaxCLL=1000, MaxFALL=400"]));

    [Fact]
    public void What_the_container_tells_goes_before_what_a_picture_tells()
    {
        var stream = new StreamScan
        {
            ["red_x"] = "35400/50000", ["red_y"] = "14600/50000", ["green_x"] = "8500/50000", ["green_y"] = "39850/50000", ["blue_x"] = "6550/50000",
            ["blue_y"] = "2300/50000", ["white_point_x"] = "15635/50000", ["white_point_y"] = "16450/50000", ["min_luminance"] = "0/10000", ["max_luminance"] = "40000000/10000",
        };

        Assert.Equal(new HdrMetadata(new(new(0.708, 0.292), new(0.17, 0.797), new(0.131, 0.046), new(0.3127, 0.329), 0, 4000), null), HdrFacts.Of(stream, [Screen]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("side data - Content Light Level information: MaxCLL=0, MaxFALL=0")]
    [InlineData("side data - Content Light Level information: MaxCLL=65535, MaxFALL=400")]
    [InlineData("side data - mastering display: has_primaries:1 has_luminance:1 r(0.6800,0.3200) g(0.2650,0.6900) b(0.1500 0.0600) wp(0.3127, 0.3290) min_luminance=5.0, max_luminance=1.0")]
    [InlineData("side data - mastering display: has_primaries:1 has_luminance:1 r(1.6800,0.3200) g(0.2650,0.6900) b(0.1500 0.0600) wp(0.3127, 0.3290) min_luminance=0.0, max_luminance=1000.0")]
    [InlineData("side data - mastering display: has_primaries:0 has_luminance:0 r(0.0,0.0) g(0.0,0.0) b(0.0 0.0) wp(0.0, 0.0) min_luminance=0.0, max_luminance=0.0")]
    public void What_no_screen_can_be_is_not_believed(string line) => Assert.Null(HdrFacts.Of(new StreamScan(), [line]));
}

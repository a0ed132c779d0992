using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Tests.Mp4;

/// <summary>Examples of the specifications that define the strings.</summary>
public sealed class CodecStringTests
{
    [Fact]
    public void Avc_names_profile_compatibility_and_level() =>
        Assert.Equal("avc1.64001F", Video("avc1", new AvcConfigurationBox(0x64, 0, 0x1F, 4, [], [], default)));

    [Fact]
    public void Hevc_reverses_compatibility_and_drops_trailing_zero_constraints() =>
        Assert.Equal("hvc1.1.6.L93.B0", Video("hvc1", new HevcConfigurationBox(1, 0x60000000, 0xB0_00_00_00_00_00, 93, default)));

    [Fact]
    public void Hevc_high_tier_and_profile_space_are_marked() =>
        Assert.Equal("hev1.A4.41.H120.B0.23", Video("hev1", new HevcConfigurationBox(0x64, 0x82000000, 0xB0_23_00_00_00_00, 120, default)));

    [Fact]
    public void Av1_names_profile_level_tier_and_depth() =>
        Assert.Equal("av01.0.04M.10", Video("av01", new Av1ConfigurationBox(0, 4, 0x40, 0, default)));

    [Fact]
    public void Vp9_names_profile_level_and_depth() =>
        Assert.Equal("vp09.02.31.10", Video("vp09", new VpConfigurationBox(2, 31, 10, 1, false, 9, 16, 9, default)));

    [Fact]
    public void Aac_names_its_object_type() =>
        Assert.Equal("mp4a.40.2", Audio("mp4a", new EsDescriptorBox(0x40, 0, 0, 0, new byte[] { 0x11, 0x90 })));

    [Fact]
    public void Mp3_in_mp4_has_no_object_type() =>
        Assert.Equal("mp4a.6B", Audio("mp4a", new EsDescriptorBox(0x6B, 0, 0, 0, default)));

    [Fact]
    public void Opus_is_opus() => Assert.Equal("opus", Audio("Opus", new OpusSpecificBox(2, 312, 48000, 0, new byte[] { 0 })));

    [Fact]
    public void A_missing_configuration_is_an_error() => Assert.Throws<Mp4Exception>(() => Video("avc1", new UnknownBox("free", default)));

    private static string Video(FourCc type, Box config) => CodecString.Of(new VideoSampleEntry(type, 1, 640, 360, "", [config]));

    private static string Audio(FourCc type, Box config) => CodecString.Of(new AudioSampleEntry(type, 1, 2, 16, 48000, [config]));
}

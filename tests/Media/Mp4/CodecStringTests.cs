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

    [Theory]
    [InlineData("ac-3")]
    [InlineData("ec-3")]
    [InlineData("fLaC")]
    public void Other_sounds_are_named_by_their_entry(string type) => Assert.Equal(type, Audio(type, new UnknownBox("free", default)));

    [Fact]
    public void Dolby_vision_names_profile_and_level() =>
        Assert.Equal("dvh1.05.06", Video("dvh1", new DolbyVisionConfigurationBox("dvcC", 1, 0, 5, 6, true, false, true, 0)));

    [Fact]
    public void Text_is_named_by_its_profile()
    {
        Assert.Equal("stpp.ttml.im1t", CodecString.Of(new SubtitleSampleEntry(1, "http://www.w3.org/ns/ttml", "", "", [new MimeBox("application/ttml+xml;codecs=im1t")])));
        Assert.Equal("stpp", CodecString.Of(new SubtitleSampleEntry(1, "http://www.w3.org/ns/ttml", "", "", [])));
        Assert.Equal("wvtt", CodecString.Of(new WebVttSampleEntry(1, [new WebVttConfigurationBox("WEBVTT")])));
    }

    [Fact]
    public void What_is_encrypted_keeps_its_name()
    {
        var scheme = new ContainerBox("sinf", [new OriginalFormatBox("avc1"), new SchemeTypeBox("cbcs", 0x10000, null)]);
        var entry = new VideoSampleEntry("encv", 1, 640, 360, "", [new AvcConfigurationBox(0x64, 0, 0x1F, 4, [], [], default), scheme]);
        Assert.Equal("avc1.64001F", CodecString.Of(entry));
        Assert.Throws<Mp4Exception>(() => CodecString.Of(entry with { Children = [] }));
    }

    [Fact]
    public void A_missing_configuration_is_an_error() => Assert.Throws<Mp4Exception>(() => Video("avc1", new UnknownBox("free", default)));

    private static string Video(FourCc type, Box config) => CodecString.Of(new VideoSampleEntry(type, 1, 640, 360, "", [config]));

    private static string Audio(FourCc type, Box config) => CodecString.Of(new AudioSampleEntry(type, 1, 2, 16, 48000, [config]));
}

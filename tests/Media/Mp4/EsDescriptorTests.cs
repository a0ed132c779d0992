using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Tests.Mp4;

public sealed class EsDescriptorTests
{
    [Theory]
    [InlineData("1188", 1)]
    [InlineData("1190", 2)]
    [InlineData("11B0", 6)]
    [InlineData("11B8", 8)]
    [InlineData("17805DC010", 2)]
    [InlineData("1180", null)]
    [InlineData("11", null)]
    [InlineData("", null)]
    public void Channels_are_those_of_the_codecs_configuration(string config, int? channels) =>
        Assert.Equal(channels, new EsDescriptorBox(0x40, 0, 0, 0, Convert.FromHexString(config)).Channels);
}

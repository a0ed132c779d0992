using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Tests.Nodes;

public sealed class LiveSettingsTests
{
    [Fact]
    public void What_is_not_set_is_as_it_is_documented()
    {
        var settings = LiveSettings.Read(_ => null);

        Assert.Equal(("local", 1935, 8080, 2), (settings.Node, settings.RtmpPort, settings.HttpPort, settings.MaxStreams));
        Assert.Equal([720, 360], settings.Ladder.Heights);
        Assert.Null(settings.Address);
        Assert.Null(settings.DataFolder);
    }

    [Theory]
    [InlineData("Live:Node", "Cell-1")]
    [InlineData("Live:Node", "abcdefghijklmnopqrstu")]
    [InlineData("Live:Address", "everywhere")]
    [InlineData("Live:RtmpPort", "70000")]
    [InlineData("Live:MaxStreams", "0")]
    [InlineData("Live:MaxKilobits", "many")]
    [InlineData("Live:MaxFrameRate", "120")]
    [InlineData("Live:Heights", "720,")]
    [InlineData("Live:Heights", "720,4320")]
    [InlineData("Live:Heights", "240,240,240,240,240,240")]
    public void A_setting_that_is_out_of_range_is_named(string name, string value)
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => LiveSettings.Read(asked => asked == name ? value : null));
        Assert.Contains(name.Replace(":", "__", StringComparison.Ordinal), wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_set_is_taken()
    {
        var settings = LiveSettings.Read(name => name switch { "Live:Node" => "cell1", "Live:Heights" => "1080, 480", "Live:Address" => "127.0.0.1", "Live:DataFolder" => "/data", _ => null });

        Assert.Equal(("cell1", "/data", "127.0.0.1"), (settings.Node, settings.DataFolder, settings.Address?.ToString()));
        Assert.Equal([1080, 480], settings.Ladder.Heights);
    }
}

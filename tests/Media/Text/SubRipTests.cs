using System.Text;
using StreamPlatform.Media.Text;

namespace StreamPlatform.Media.Tests.Text;

public sealed class SubRipTests
{
    [Fact]
    public void Numbers_commas_and_coordinates_are_understood()
    {
        var cues = Read("1\r\n00:00:01,000 --> 00:00:02,5\r\nHello\r\n\r\n\r\n3\r\n0:00:03.250 --> 00:00:04,000 X1:1 X2:2\r\nTwo\r\nlines\r\n").Cues;
        Assert.Equal([(1000, 2500, "Hello"), (3250, 4000, "Two\nlines")], cues.Select(cue => (cue.StartMilliseconds, cue.EndMilliseconds, cue.Text)));
    }

    [Theory]
    [InlineData("<i>a</i> & <b>b", "<i>a</i> &amp; <b>b</b>")]
    [InlineData("<font color=\"red\">5 < 6</font>", "5 &lt; 6")]
    [InlineData("<b><i>crossed</b></i>", "<b><i>crossed</i></b>")]
    [InlineData("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;")]
    [InlineData("{\\an8}up", "up")]
    [InlineData("{not a tag}", "{not a tag}")]
    public void Tags_become_what_webvtt_knows(string from, string to) => Assert.Equal(to, Assert.Single(Read($"1\n00:00:01,000 --> 00:00:02,000\n{from}\n").Cues).Text);

    [Fact]
    public void A_position_is_kept() => Assert.Equal("line:0 align:end", Read("1\n00:00:01,000 --> 00:00:02,000\n{\\an9}up\n").Cues[0].Settings.ToString());

    [Theory]
    [InlineData("1\n00:00:01,000 --> soon\nx", 2)]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nx\n\nfoo\nbar\n", 6)]
    [InlineData("hello", 1)]
    public void What_is_wrong_is_told_by_line(string text, int line) => Assert.Equal(line, Assert.Throws<TextFileException>(() => Read(text)).Line);

    private static WebVttDocument Read(string text) => TextFile.Read(Encoding.UTF8.GetBytes(text));
}

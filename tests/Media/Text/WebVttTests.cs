using System.Text;
using CsCheck;
using StreamPlatform.Media.Text;

namespace StreamPlatform.Media.Tests.Text;

public sealed class WebVttTests
{
    private static readonly Gen<WebVttPlace> Percent = Gen.Int[0, 100].Select(value => new WebVttPlace(value, true));

    private static readonly Gen<WebVttSettings> Settings = Gen.Select(
        One(null, "rl", "lr"), Percent, Gen.Int[-20, 20], One(null, "start", "center", "end"), One(null, "line-left", "center", "line-right"),
        One(null, "start", "end", "left", "right"), Gen.Int[0, 15],
        (vertical, percent, line, lineAnchor, anchor, align, present) => new WebVttSettings
        {
            Vertical = vertical,
            Line = (present & 1) != 0 ? new WebVttPlace(line, false, lineAnchor) : (present & 8) != 0 ? percent with { Anchor = lineAnchor } : null,
            Position = (present & 2) != 0 ? percent with { Anchor = anchor } : null,
            Size = (present & 4) != 0 ? percent : null,
            Align = align,
        });

    private static readonly Gen<string> Line = Gen.Char["abc äß字&;<>/i.-{}0:"].Array[1, 20].Select(chars => "x" + new string(chars).Replace("-->", "--", StringComparison.Ordinal));

    private static readonly Gen<WebVttCue> Cue = Gen.Select(
        Gen.Long[0, 359_000_000], Gen.Long[1, 900_000], Line.Array[0, 3], Settings, Gen.Select(Line, Gen.Bool, (id, has) => has ? id : null),
        (start, length, lines, settings, id) => new WebVttCue(start, start + length, string.Join('\n', lines)) { Settings = settings, Id = id });

    [Fact]
    public void What_is_written_is_read_back() => Cue.Array[0, 8].Sample(
        cues =>
        {
            var document = new WebVttDocument([.. cues.OrderBy(cue => cue.StartMilliseconds)]);
            Assert.Equal(document.Cues, WebVttReader.Read(document.ToBytes()).Cues);
        },
        iter: 1000);

    [Fact]
    public void Any_bytes_are_read_or_refused_with_a_line() => Gen.Byte.Array[0, 200].Sample(
        bytes =>
        {
            byte[] hostile = [.. "WEBVTT\n\n00:01.000 --> 00:02.000\n"u8, .. bytes];
            try
            {
                TextFile.Read(hostile);
                TextFile.Read(bytes);
            }
            catch (TextFileException refused)
            {
                Assert.InRange(refused.Line, 1, 400);
            }
        },
        iter: 2000);

    [Fact]
    public void Comments_styles_regions_and_headers_are_passed_over()
    {
        var document = Read("\uFEFFWEBVTT - a title\r\nX-Whatever: 1\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nREGION\r\nid:a\r\n\r\nNOTE one\r\n\r\nintro\r\n00:01.000 --> 01:00:02.500 line:0 region:a nonsense align:start\r\nHello\r\nthere");
        var cue = Assert.Single(document.Cues);
        Assert.Equal((1000L, 3_602_500L, "Hello\nthere", "intro"), (cue.StartMilliseconds, cue.EndMilliseconds, cue.Text, cue.Id));
        Assert.Equal("line:0 align:start", cue.Settings.ToString());
    }

    [Fact]
    public void Cues_out_of_order_are_put_in_order() => Assert.Equal(
        ["a", "b"], Read("WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na\n").Cues.Select(cue => cue.Text));

    [Theory]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02,000\nx", 3)]
    [InlineData("WEBVTT\n\none\ntwo\n", 4)]
    [InlineData("WEBVTT\n\n00:03.000 --> 00:02.000\nx", 3)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n00:02.000 --> 00:03.000\ny", 5)]
    [InlineData("WEBVTT\n\n00:61.000 --> 02:02.000\nx", 3)]
    public void What_is_wrong_is_told_by_line(string text, int line) => Assert.Equal(line, Assert.Throws<TextFileException>(() => Read(text)).Line);

    [Fact]
    public void Bytes_that_are_not_text_are_told_by_line() =>
        Assert.Equal(3, Assert.Throws<TextFileException>(() => TextFile.Read([.. "WEBVTT\n\n"u8, 0xC3, 0x28])).Line);

    private static Gen<string?> One(params string?[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static WebVttDocument Read(string text) => WebVttReader.Read(Encoding.UTF8.GetBytes(text));
}

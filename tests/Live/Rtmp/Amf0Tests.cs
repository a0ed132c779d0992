using CsCheck;
using StreamPlatform.Live.Rtmp;

namespace StreamPlatform.Live.Tests.Rtmp;

public sealed class Amf0Tests
{
    /// <summary>As ffmpeg sends it, recorded.</summary>
    private const string Connect =
        "020007636F6E6E656374003FF0000000000000030003617070020004" + "6C697665" + "0004747970650200" + "0A6E6F6E70726976617465" + "000009";

    [Fact]
    public void A_recorded_command_is_read()
    {
        var command = RtmpCommand.Read(Convert.FromHexString(Connect));

        Assert.Equal(("connect", 1.0), (command.Name, command.Transaction));
        var members = Assert.IsType<Dictionary<string, object?>>(Assert.Single(command.Arguments));
        Assert.Equal(["live", "nonprivate"], members.Values);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var command = RtmpCommand.Read(new Amf0Writer().Text("onStatus").Number(-2.5).Null().Object(("level", "ok"), ("", "empty")).Text("päß").ToArray());

        Assert.Equal(("onStatus", -2.5), (command.Name, command.Transaction));
        Assert.Null(command.Arguments[0]);
        Assert.Equal(new Dictionary<string, object?> { ["level"] = "ok", [""] = "empty" }, command.Arguments[1]);
        Assert.Equal("päß", command.Text(2));
        Assert.Null(command.Text(9));
    }

    [Theory]
    [InlineData("0000", "cut")]
    [InlineData("02FFFF61", "longer than")]
    [InlineData("0CFFFFFFFF", "longer than")]
    [InlineData("0AFFFFFFFF", "more than 512")]
    [InlineData("070001", "kind 7")]
    [InlineData("03", "ends early")]
    [InlineData("0300016103000161030001610300016103000161030001610300016103000161030001610300016103", "deep")]
    public void More_or_other_than_is_granted_is_refused(string hex, string reason)
    {
        var refusal = Assert.Throws<RtmpException>(() => RtmpCommand.Read(Convert.FromHexString("020001610000000000000000" + "00" + hex)));
        Assert.Contains(reason == "cut" ? "ends early" : reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_that_claims_more_members_than_there_are_costs_nothing() =>
        Assert.Throws<RtmpException>(() => RtmpCommand.Read(Convert.FromHexString("0200016100000000000000000008FFFFFFFF000161")));

    [Fact]
    public void Any_bytes_are_a_command_or_are_refused()
    {
        var valid = Convert.FromHexString(Connect);
        Gen.OneOf(
            Gen.Byte[0, 14].Array[0, 300],
            Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte).Array[1, 4].Select(patches =>
            {
                var bytes = valid.ToArray();
                foreach (var (at, value) in patches)
                    bytes[at] = value;
                return bytes;
            })).Sample(
            bytes =>
            {
                var failure = Record.Exception(() => { RtmpCommand.Read(bytes); });
                Assert.True(failure is null or RtmpException, failure?.ToString());
            },
            iter: 20_000);
    }
}

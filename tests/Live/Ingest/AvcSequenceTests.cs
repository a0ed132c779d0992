using CsCheck;
using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Tests.Ingest;

public sealed class AvcSequenceTests
{
    /// <summary>A decoder configuration record of 320×180, High, as x264 makes it.</summary>
    public const string Small = "0164000DFFE1001A6764000DACD941419F9F0110000003001000000303C0F142996001000468EF8FCBFDF8F800";

    [Theory]
    [InlineData(Small, 320, 180)]
    [InlineData("01640028FFE1001B67640028ACD940780227E5C044000003000400000300F03C60C65801000468EF8FCBFDF8F800", 1920, 1080)]
    [InlineData("0142C01EFFE100196742C01EDA0280BFE5C044000003000400000300F03C58BA8001000468CE0FC8", 640, 360)]
    [InlineData("014D400DFFE10019674D400DECA0A8CF11360220000003002000000781E28532C001000468EF8FC8", 322, 182)]
    [InlineData("017A001FFFE1001A677A001FBCD9405005BB0110000003001000000303C0F183196001000468EF8FCBFEF8F800", 1280, 720)]
    [InlineData("01F4001EFFE1001B67F4001E919B282E0A3C4F8088000003000800000301E078B16CB001000668EF8F192190FFF8F800", 360, 640)]
    [InlineData("0164001EFFE100186764001EACD940B424D8088000000300800000190F8A14CB01000468FE8FCBFDF8F800", 720, 576)]
    public void The_size_is_that_of_the_pictures_that_are_shown(string record, int width, int height) =>
        Assert.Equal((width, height), AvcSequence.SizeOf(Convert.FromHexString(record)));

    [Theory]
    [InlineData("")]
    [InlineData("0164000DFFE0001A67")]
    [InlineData("0064000DFFE1001A6764000DACD941419F9F01")]
    [InlineData("0164000DFFE1FFFF6764000DACD941419F9F01")]
    [InlineData("0164000DFFE100066764000DACD9")]
    [InlineData("0164000DFFE1000B6764000D0000000000000000")]
    public void A_record_that_is_broken_has_no_size(string record) => Assert.Null(AvcSequence.SizeOf(Convert.FromHexString(record)));

    /// <summary>Whatever is in it: no exception, no endless loop, no picture that nobody would decode.</summary>
    [Fact]
    public void Any_bytes_have_a_possible_size_or_none()
    {
        var small = Convert.FromHexString(Small);
        Gen.Select(Gen.Int[8, small.Length - 1], Gen.Byte).Array[1, 8].Sample(
            patches =>
            {
                var record = small.ToArray();
                foreach (var (at, value) in patches)
                    record[at] = value;
                if (AvcSequence.SizeOf(record) is not var (width, height)) return;
                Assert.InRange(width, 1, AvcSequence.MostSide);
                Assert.InRange(width * height, 1, AvcSequence.MostArea);
            },
            iter: 20_000);
    }
}

using System.Text;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Tests.Telemetry.Streams;

public sealed class WatchedPartsTests
{
    [Fact]
    public void The_first_hundredth_is_the_most_significant_bit()
    {
        Assert.Equal("8000000000000000000000000", default(WatchedParts).With(0).ToString());
        Assert.Equal("0000000000000000000000001", default(WatchedParts).With(99).ToString());
    }

    [Fact]
    public void Text_and_bytes_are_read_as_they_were_written()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var parts = Enumerable.Range(0, 100).Where(_ => random.Next(2) == 0).Aggregate(default(WatchedParts), (all, part) => all.With(part));
            Assert.True(WatchedParts.TryParse(parts.ToString(), out var fromText));
            Assert.True(WatchedParts.TryParse(Encoding.ASCII.GetBytes(parts.ToString().ToUpperInvariant()), out var fromBytes));
            Assert.Equal((parts, parts), (fromText, fromBytes));
            Assert.Equal(Enumerable.Range(0, 100).Count(part => parts[part]), parts.Watched);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("800000000000000000000000")]
    [InlineData("80000000000000000000000000")]
    [InlineData("800000000000000000000000g")]
    public void Anything_but_25_digits_is_none(string text)
    {
        Assert.False(WatchedParts.TryParse(text, out _));
        Assert.False(WatchedParts.TryParse(Encoding.ASCII.GetBytes(text), out _));
    }

    [Fact]
    public void Parts_beyond_the_title_are_none() => Assert.Equal(default, default(WatchedParts).With(-1).With(100));
}

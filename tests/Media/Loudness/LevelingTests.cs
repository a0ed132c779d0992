using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Loudness;

namespace StreamPlatform.Media.Tests.Loudness;

public sealed class LevelingTests
{
    private static readonly LoudnessTarget Target = new(-16, -1, 20, 10);

    [Theory]
    [InlineData(-23, -12, 7, null)] // raised, peaks stay low
    [InlineData(-8, -0.2, -8, null)] // lowered
    [InlineData(-23, -3, 7, -2.0)] // raised, peaks held at −2
    [InlineData(-50, -40, 20, null)] // no more than 20 dB
    [InlineData(-40, -4, 12, -2.0)] // peaks stand out too far: 10 dB of limiting and no more
    [InlineData(-61, -30, 0, null)] // noise
    [InlineData(-70, double.NegativeInfinity, 0, null)] // silence
    [InlineData(double.NaN, 0, 0, null)] // nothing measured
    public void A_track_is_brought_to_the_target_within_bounds(double lufs, double peak, double gain, double? limit) =>
        Assert.Equal(new Leveling(gain, limit), Leveling.For(Target, new MeasuredLoudness(lufs, peak)));

    [Fact]
    public void Summaries_are_told_apart_by_their_filters_names()
    {
        string[] lines =
        [
            "[ebur128@shape1 @ 0x55] Summary:", "", "  Integrated loudness:", "    I:         -22.3 LUFS", "    Threshold: -32.3 LUFS",
            "  Loudness range:", "    LRA:         0.1 LU", "  True peak:", "    Peak:       -9.8 dBFS",
            "[aac @ 0x1] I: nonsense",
            "[ebur128@shape0 @ 0x56] Summary:", "    I:         -70.0 LUFS", "    Peak:       -inf dBFS",
            "[ebur128@shape2 @ 0x57] Summary:", "    I:         -20.0 LUFS",
        ];
        var read = LoudnessSummary.Read(lines);
        Assert.Equal([0, 1], read.Keys.Order());
        Assert.Equal(new MeasuredLoudness(-22.3, -9.8), read[1]);
        Assert.Equal(new MeasuredLoudness(-70, double.NegativeInfinity), read[0]);
    }
}

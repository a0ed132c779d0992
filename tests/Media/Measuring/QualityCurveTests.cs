using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Measuring;

namespace StreamPlatform.Media.Tests.Measuring;

public sealed class QualityCurveTests
{
    /// <summary>Bitrate halves every 6 CRF, the structural error doubles: 20 dB at 17.</summary>
    private static readonly QualityCurve Curve = new(new[] { 17.0, 23, 30 }.Select(crf =>
        new RungMeasurement("720p", crf, 4_000_000 * Math.Pow(2, -(crf - 17) / 6), 1 - (0.01 * Math.Pow(2, (crf - 17) / 6)))));

    [Theory]
    [InlineData(17, 4_000_000)]
    [InlineData(23, 2_000_000)]
    [InlineData(20, 2_828_427)]
    [InlineData(11, 8_000_000)]
    [InlineData(35, 500_000)]
    public void Bitrates_are_read_between_and_beyond_the_measured_points(double crf, double bitrate) =>
        Assert.Equal(1, Curve.BitrateAt(crf) / bitrate, 0.01);

    [Theory]
    [InlineData(0.99, 17)]
    [InlineData(0.98, 23)]
    [InlineData(0.995, 11)]
    public void The_quality_that_reaches_a_similarity_is_found(double ssim, double crf) =>
        Assert.Equal(crf, Curve.CrfFor(ssim, 5, 40), 0.05);

    [Theory]
    [InlineData(2_000_000, 23)]
    [InlineData(100_000_000, 12)]
    [InlineData(10, 40)]
    public void The_quality_that_fits_a_bitrate_is_found_within_its_range(double bitrate, double crf) =>
        Assert.Equal(crf, Curve.CrfForBitrate(bitrate, 12, 40), 0.05);

    [Fact]
    public void Pictures_without_any_error_have_a_curve_too()
    {
        var flat = new QualityCurve([new("720p", 17, 1000, 1), new("720p", 23, 900, 1), new("720p", 30, 800, 0.9999)]);
        Assert.InRange(flat.SsimAt(12), 0.9999, 1);
        Assert.InRange(flat.CrfFor(0.9986, 12, 38), 30, 38);
    }
}

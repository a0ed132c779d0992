using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Measuring;

/// <summary>
/// One rung's bitrate and quality as functions of CRF through the measured points: the logarithm of the bitrate and the
/// decibels of the structural error are close to straight lines over CRF, so they are interpolated, and followed a little
/// way beyond the ends.
/// </summary>
internal sealed class QualityCurve
{
    /// <summary>Error of a picture that can't be told from its source; decibels end there.</summary>
    private const double LeastError = 1e-5;

    private readonly List<(double Crf, double LogBitrate, double Decibels)> _points;

    /// <param name="measurements">Of one rung, at two qualities or more; several of one quality are averaged.</param>
    public QualityCurve(IEnumerable<RungMeasurement> measurements) => _points =
    [
        .. measurements.GroupBy(point => point.Crf).OrderBy(point => point.Key)
            .Select(point => (point.Key, Math.Log(Math.Max(point.Average(span => span.Bitrate), 1)), Decibels(point.Average(span => span.Ssim)))),
    ];

    public double BitrateAt(double crf) => Math.Exp(Between(crf, point => point.LogBitrate));

    public double SsimAt(double crf) => 1 - Math.Pow(10, -Between(crf, point => point.Decibels) / 10);

    /// <summary>The largest CRF in the range whose quality is not below <paramref name="ssim"/>; the least of the range when there is none.</summary>
    public double CrfFor(double ssim, double least, double most) => Bisect(least, most, crf => SsimAt(crf) >= ssim);

    /// <summary>The smallest CRF in the range whose bitrate is not above <paramref name="bitrate"/>; the most of the range when there is none.</summary>
    public double CrfForBitrate(double bitrate, double least, double most) =>
        BitrateAt(least) <= bitrate ? least : Bisect(least, most, crf => BitrateAt(crf) > bitrate);

    /// <summary>The end of the stretch from <paramref name="least"/> on which <paramref name="holds"/>.</summary>
    private static double Bisect(double least, double most, Func<double, bool> holds)
    {
        var (low, high) = (least, most);
        while (high - low > 0.01)
        {
            var middle = (low + high) / 2;
            if (holds(middle))
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    private double Between(double crf, Func<(double Crf, double LogBitrate, double Decibels), double> value)
    {
        var after = Math.Clamp(_points.FindIndex(point => point.Crf >= crf) is var found and >= 0 ? found : _points.Count - 1, 1, _points.Count - 1);
        var (a, b) = (_points[after - 1], _points[after]);
        return value(a) + ((value(b) - value(a)) * (crf - a.Crf) / (b.Crf - a.Crf));
    }

    private static double Decibels(double ssim) => -10 * Math.Log10(Math.Max(1 - ssim, LeastError));
}

namespace StreamPlatform.Bench.Ladder;

/// <summary>
/// Bjøntegaard delta rate (ITU-T VCEG-M33) between two ladders, each a curve of log bitrate over quality through its rungs:
/// the mean difference over the qualities that both reach. Piecewise linear, since a ladder has as few as two rungs.
/// </summary>
internal static class BdRate
{
    /// <summary>Below 0: so much fewer bits for the same quality. NaN where the curves have no quality in common.</summary>
    public static double Of(IEnumerable<(double Bitrate, double Ssim)> ours, IEnumerable<(double Bitrate, double Ssim)> seed)
    {
        const int Steps = 200;
        var (a, b) = (Curve(ours), Curve(seed));
        var (from, to) = (Math.Max(a[0].Decibels, b[0].Decibels), Math.Min(a[^1].Decibels, b[^1].Decibels));
        if (a.Count < 2 || b.Count < 2 || to <= from)
            return double.NaN;
        var difference = Enumerable.Range(0, Steps + 1).Select(step => from + ((to - from) * step / Steps)).Average(at => LogBitrate(a, at) - LogBitrate(b, at));
        return Math.Exp(difference) - 1;
    }

    private static List<(double Decibels, double LogBitrate)> Curve(IEnumerable<(double Bitrate, double Ssim)> points) =>
        [.. points.Select(point => (-10 * Math.Log10(Math.Max(1 - point.Ssim, 1e-9)), Math.Log(point.Bitrate))).Order()];

    private static double LogBitrate(List<(double Decibels, double LogBitrate)> curve, double decibels)
    {
        var after = Math.Clamp(curve.FindIndex(point => point.Decibels >= decibels) is var found and > 0 ? found : 1, 1, curve.Count - 1);
        var (a, b) = (curve[after - 1], curve[after]);
        return a.LogBitrate + ((b.LogBitrate - a.LogBitrate) * (decibels - a.Decibels) / Math.Max(b.Decibels - a.Decibels, 1e-9));
    }
}

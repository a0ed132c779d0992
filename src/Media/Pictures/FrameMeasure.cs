namespace StreamPlatform.Media.Pictures;

/// <summary>What can be told of a picture without knowing what it shows.</summary>
/// <param name="Mean">Luma, 0 to 255.</param>
/// <param name="Deviation">Standard deviation of luma.</param>
/// <param name="Dark">Part of the pixels that is nearly black.</param>
/// <param name="Bright">Part of the pixels that is nearly white.</param>
/// <param name="Sharpness">Variance of luma's Laplacian: edges, and how steep they are.</param>
/// <param name="Colourfulness">Hasler and Süsstrunk's measure (2003): 15 is slightly, 45 quite, 80 very colourful.</param>
/// <param name="Histogram">Parts of the pixels in each of 64 colours; sums to 1.</param>
internal sealed record FrameMeasure(double Mean, double Deviation, double Dark, double Bright, double Sharpness, double Colourfulness, float[] Histogram)
{
    private const int DarkBelow = 28;
    private const int BrightFrom = 244;

    public static FrameMeasure Of(RgbImage image)
    {
        var (data, count) = (image.Data, image.Width * image.Height);
        var luma = new int[count];
        var histogram = new float[64];
        var (light, rg, yb) = (new Moments(), new Moments(), new Moments());
        var (dark, bright) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            int r = data[3 * i], g = data[(3 * i) + 1], b = data[(3 * i) + 2];
            var y = luma[i] = ((299 * r) + (587 * g) + (114 * b)) / 1000;
            light.Add(y);
            rg.Add(r - g);
            yb.Add(((r + g) / 2.0) - b);
            if (y < DarkBelow) dark++;
            if (y >= BrightFrom) bright++;
            histogram[((r >> 6) * 16) + ((g >> 6) * 4) + (b >> 6)] += 1f / count;
        }

        var colour = Math.Sqrt(rg.Variance + yb.Variance) + (0.3 * Math.Sqrt((rg.Mean * rg.Mean) + (yb.Mean * yb.Mean)));
        return new FrameMeasure(
            light.Mean, Math.Sqrt(light.Variance), (double)dark / count, (double)bright / count, Laplacian(luma, image.Width, image.Height), colour, histogram);
    }

    /// <summary>How much of the picture has other colours than the other one: 0 to 1.</summary>
    public double DistanceTo(FrameMeasure other)
    {
        var sum = 0f;
        for (var i = 0; i < Histogram.Length; i++)
            sum += Math.Abs(Histogram[i] - other.Histogram[i]);
        return sum / 2;
    }

    private static double Laplacian(int[] luma, int width, int height)
    {
        var moments = new Moments();
        for (var y = 1; y < height - 1; y++)
        {
            for (var x = 1; x < width - 1; x++)
            {
                var i = (y * width) + x;
                moments.Add((4 * luma[i]) - luma[i - 1] - luma[i + 1] - luma[i - width] - luma[i + width]);
            }
        }

        return moments.Variance;
    }

    private struct Moments
    {
        private long _count;
        private double _sum;
        private double _squares;

        public readonly double Mean => _count == 0 ? 0 : _sum / _count;

        public readonly double Variance => _count == 0 ? 0 : Math.Max(0, (_squares / _count) - (Mean * Mean));

        public void Add(double value)
        {
            _count++;
            _sum += value;
            _squares += value * value;
        }
    }
}

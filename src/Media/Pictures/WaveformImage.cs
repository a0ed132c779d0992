namespace StreamPlatform.Media.Pictures;

/// <summary>Draws a waveform as bars around the middle.</summary>
internal static class WaveformImage
{
    private const int Step = 10;
    private const int Bar = 6;

    /// <summary>Quiet sound is drawn larger, but silence stays a line.</summary>
    private const double LeastScale = 0.25;

    private static readonly (byte Red, byte Green, byte Blue) Paper = (16, 19, 26);
    private static readonly (byte Red, byte Green, byte Blue) Ink = (99, 149, 255);

    public static RgbImage Draw(Peaks peaks, int width, int height)
    {
        var image = new RgbImage(width, height);
        image.Fill(0, 0, width, height, Paper);
        var scale = Math.Max(LeastScale, peaks.Loudest(0, 1));
        var bars = width / Step;
        for (var bar = 0; bar < bars; bar++)
        {
            var half = Math.Max(1, (int)Math.Round(0.4 * height * peaks.Loudest((double)bar / bars, (bar + 1.0) / bars) / scale));
            image.Fill((bar * Step) + ((Step - Bar) / 2), (height / 2) - half, Bar, 2 * half, Ink);
        }

        return image;
    }
}

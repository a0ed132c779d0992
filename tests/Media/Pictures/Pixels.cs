using System.Globalization;
using StreamPlatform.Media.Pictures;
using StreamPlatform.Media.Tests.Packaging;

namespace StreamPlatform.Media.Tests.Pictures;

/// <summary>Reads pictures back as pixels.</summary>
internal static class Pixels
{
    /// <summary>The first picture of a file, in its own size.</summary>
    public static async Task<RgbImage> ReadAsync(byte[] picture)
    {
        // P6, width and height, 255, pixels.
        var ppm = await Ffmpeg.ConvertAsync(picture, "-i pipe:0 -frames:v 1 -pix_fmt rgb24 -c:v ppm -f image2pipe");
        var words = System.Text.Encoding.ASCII.GetString(ppm, 0, 20).Split(' ', '\n');
        var (width, height) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        return new RgbImage(width, height, ppm[^(3 * width * height)..]);
    }

    /// <summary>The mean colour of a part.</summary>
    public static (int Red, int Green, int Blue) Mean(this RgbImage image, int left, int top, int width, int height)
    {
        var sums = new long[3];
        for (var y = top; y < top + height; y++)
        {
            for (var x = left; x < left + width; x++)
            {
                for (var channel = 0; channel < 3; channel++)
                    sums[channel] += image.Data[(3 * ((y * image.Width) + x)) + channel];
            }
        }

        var count = width * height;
        return ((int)(sums[0] / count), (int)(sums[1] / count), (int)(sums[2] / count));
    }

    public static void Near((int Red, int Green, int Blue) expected, (int Red, int Green, int Blue) actual, int by = 24) =>
        Assert.True(
            Math.Abs(expected.Red - actual.Red) <= by && Math.Abs(expected.Green - actual.Green) <= by && Math.Abs(expected.Blue - actual.Blue) <= by,
            $"{actual} is not {expected}.");
}

namespace StreamPlatform.Media.Pictures;

/// <summary>Pixels, three bytes each, red first, rows from the top without padding.</summary>
internal sealed class RgbImage(int width, int height, byte[] data)
{
    public RgbImage(int width, int height)
        : this(width, height, new byte[3 * width * height])
    {
    }

    public int Width => width;

    public int Height => height;

    public byte[] Data => data;

    /// <summary>Half as wide and high: each pixel the mean of four.</summary>
    public RgbImage Halved()
    {
        var half = new RgbImage(width / 2, height / 2);
        var row = 3 * width;
        for (var y = 0; y < half.Height; y++)
        {
            for (var x = 0; x < half.Width; x++)
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    var at = (2 * y * row) + (6 * x) + channel;
                    half.Data[(3 * ((y * half.Width) + x)) + channel] = (byte)((data[at] + data[at + 3] + data[at + row] + data[at + row + 3] + 2) / 4);
                }
            }
        }

        return half;
    }

    /// <summary>Copies another image into this one, its corner at (<paramref name="left"/>, <paramref name="top"/>).</summary>
    public void Put(RgbImage image, int left, int top)
    {
        for (var y = 0; y < image.Height; y++)
            image.Data.AsSpan(3 * y * image.Width, 3 * image.Width).CopyTo(data.AsSpan(3 * (((top + y) * width) + left)));
    }

    public void Fill(int left, int top, int wide, int high, (byte Red, byte Green, byte Blue) colour)
    {
        for (var y = top; y < top + high; y++)
        {
            for (var x = left; x < left + wide; x++)
                (data[3 * ((y * width) + x)], data[(3 * ((y * width) + x)) + 1], data[(3 * ((y * width) + x)) + 2]) = colour;
        }
    }
}

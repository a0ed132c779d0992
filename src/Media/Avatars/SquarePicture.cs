namespace StreamPlatform.Media.Avatars;

/// <summary>The middle of a picture as a square: the longer side is cut, alike at both ends.</summary>
/// <param name="pixels">Red, green, blue, alpha; rows from the top.</param>
internal sealed class SquarePicture(byte[] pixels, int width, int height)
{
    private readonly int _side = Math.Min(width, height), _left = Math.Max(0, (width - height) / 2), _top = Math.Max(0, (height - width) / 2);

    /// <summary>In another size: each pixel the mean of those that it covers, by how much of each, colours by how much is seen of them.</summary>
    public byte[] Scaled(int side)
    {
        var scaled = new byte[4 * side * side];
        var scale = (double)_side / side;
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
                Mean(x * scale, y * scale, scale, scaled.AsSpan(4 * ((y * side) + x), 4));
        }

        return scaled;
    }

    private void Mean(double left, double top, double size, Span<byte> pixel)
    {
        double red = 0, green = 0, blue = 0, alpha = 0, area = 0;
        for (var y = (int)top; y < Math.Min(_side, top + size); y++)
        {
            var high = Math.Min(y + 1, top + size) - Math.Max(y, top);
            for (var x = (int)left; x < Math.Min(_side, left + size); x++)
            {
                var share = high * (Math.Min(x + 1, left + size) - Math.Max(x, left));
                var from = pixels.AsSpan(4 * (((_top + y) * width) + _left + x), 4);
                var seen = share * from[3];
                (red, green, blue, alpha, area) = (red + (seen * from[0]), green + (seen * from[1]), blue + (seen * from[2]), alpha + seen, area + share);
            }
        }

        pixel[3] = ToByte(alpha / area);
        if (alpha > 0)
            (pixel[0], pixel[1], pixel[2]) = (ToByte(red / alpha), ToByte(green / alpha), ToByte(blue / alpha));
    }

    private static byte ToByte(double value) => (byte)Math.Clamp((int)Math.Round(value), 0, 255);
}

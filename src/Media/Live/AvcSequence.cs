namespace StreamPlatform.Media.Live;

/// <summary>The size of H.264's pictures, from the sequence parameter set (ITU-T H.264, 7.3.2.1) in a decoder configuration record.</summary>
public static class AvcSequence
{
    /// <summary>Largest side and area that are decoded: 4K upright or across, as H.264's own level 5.2 allows.</summary>
    public const int MostSide = 4096, MostArea = 4096 * 2304;

    private const int HighBitDepthChroma = 3;

    /// <param name="record">AVCDecoderConfigurationRecord (ISO/IEC 14496-15, 5.3.3.1).</param>
    /// <returns>Pixels shown, cropping applied; null when the record is broken, or the pictures larger than is decoded.</returns>
    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> record)
    {
        // Version, profile, compatibility, level, length size, count of sets; then the first set's length.
        if (record.Length < 9 || record[0] != 1 || (record[5] & 31) == 0) return null;
        var length = (record[6] << 8) | record[7];
        if (length < 4 || record.Length < 8 + length) return null;
        var bits = new BitReader(Unescaped(record.Slice(9, length - 1)));
        return Read(ref bits) is var (width, height) && bits.IsWhole && width is > 0 and <= MostSide && height is > 0 and <= MostSide && width * height <= MostArea
            ? ((int)width, (int)height)
            : null;
    }

    private static (long Width, long Height) Read(ref BitReader bits)
    {
        var profile = bits.Bits(8);
        bits.Bits(16);
        bits.Golomb();
        var chroma = profile is 100 or 110 or 122 or 244 or 44 or 83 or 86 or 118 or 128 or 138 ? HighProfile(ref bits) : 1;
        bits.Golomb();
        if (bits.Golomb() is var order && order == 0) bits.Golomb();
        else if (order == 1) PictureOrder(ref bits);
        bits.Golomb();
        bits.Bits(1);
        var width = 16L * (bits.Golomb() + 1L);
        var height = 16L * (bits.Golomb() + 1L);
        var isFrames = bits.Bits(1) == 1;
        if (!isFrames) bits.Bits(1);
        bits.Bits(1);
        height *= isFrames ? 1 : 2;
        if (bits.Bits(1) == 0) return (width, height);
        var (unitX, unitY) = (chroma is 1 or 2 ? 2 : 1, (chroma == 1 ? 2 : 1) * (isFrames ? 1 : 2));
        width -= unitX * ((long)bits.Golomb() + bits.Golomb());
        height -= unitY * ((long)bits.Golomb() + bits.Golomb());
        return (width, height);
    }

    private static uint HighProfile(ref BitReader bits)
    {
        var chroma = bits.Golomb();
        if (chroma == HighBitDepthChroma) bits.Bits(1);
        bits.Golomb();
        bits.Golomb();
        bits.Bits(1);
        if (bits.Bits(1) == 0) return chroma;
        for (var list = 0; list < (chroma == HighBitDepthChroma ? 12 : 8); list++)
        {
            if (bits.Bits(1) == 1) ScalingList(ref bits, list < 6 ? 16 : 64);
        }

        return chroma;
    }

    private static void ScalingList(ref BitReader bits, int size)
    {
        var (last, next) = (8, 8);
        for (var i = 0; i < size; i++)
        {
            if (next != 0) next = (last + bits.Signed() + 256) & 255;
            last = next == 0 ? last : next;
        }
    }

    private static void PictureOrder(ref BitReader bits)
    {
        bits.Bits(1);
        bits.Golomb();
        bits.Golomb();
        var cycles = bits.Golomb();
        for (var i = 0; i < Math.Min(cycles, 255); i++)
            bits.Golomb();
    }

    /// <summary>Without the bytes that keep start codes out (7.4.1.1).</summary>
    private static byte[] Unescaped(ReadOnlySpan<byte> unit)
    {
        var (bytes, zeros) = (new List<byte>(unit.Length), 0);
        foreach (var value in unit)
        {
            if (zeros >= 2 && value == 3)
            {
                zeros = 0;
                continue;
            }

            zeros = value == 0 ? zeros + 1 : 0;
            bytes.Add(value);
        }

        return [.. bytes];
    }
}

using System.Buffers.Binary;

namespace StreamPlatform.Media.Watermarking;

/// <summary>Decodes PNG images (ISO/IEC 15948) of every kind to pixels of four bytes: red, green, blue, alpha. In managed code, as it reads what strangers send.</summary>
internal sealed class PngPixels
{
    private readonly PngHeader _header;
    private readonly byte[] _palette, _transparency, _pixels;
    private bool _isRead = true;

    private PngPixels(PngHeader header, byte[] palette, byte[] transparency)
    {
        (_header, _palette, _transparency) = (header, palette, transparency);
        _pixels = new byte[4 * header.Width * header.Height];
    }

    /// <summary>Null when it doesn't decode.</summary>
    /// <param name="header">Its size has been looked at: so much memory is taken.</param>
    public static byte[]? Decode(byte[] png, PngHeader header, IReadOnlyList<PngChunk> chunks)
    {
        var pixels = new PngPixels(header, DataOf("PLTE"), DataOf("tRNS"));
        using var rows = PngRows.Open([.. chunks.Where(chunk => chunk.Type == "IDAT").Select(chunk => png.AsMemory(chunk.Data))]);
        try
        {
            foreach (var pass in PngRows.Passes(header))
                pixels.Read(rows, pass);
            return pixels._isRead && rows.ReadByte() < 0 ? pixels._pixels : null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }

        byte[] DataOf(string type) => chunks.FirstOrDefault(chunk => chunk.Type == type) is { Type: not null } found ? png[found.Data] : [];
    }

    private void Read(Stream rows, PngPass pass)
    {
        var length = PngRows.LengthOf(pass.Width, _header);
        var (row, above) = (new byte[length], new byte[length]);
        var step = Math.Max(1, _header.BitsPerPixel / 8);
        for (var y = 0; y < pass.Height; y++, (row, above) = (above, row))
        {
            rows.ReadExactly(row);
            _isRead &= PngFilters.Undo(row[0], row.AsSpan(1), above.AsSpan(1), step);
            for (var x = 0; x < pass.Width; x++)
                Put(row.AsSpan(1), x, _pixels.AsSpan(4 * (((pass.Y + (y * pass.DY)) * _header.Width) + pass.X + (x * pass.DX)), 4));
        }
    }

    private void Put(ReadOnlySpan<byte> row, int x, Span<byte> pixel)
    {
        Span<int> samples = stackalloc int[4];
        for (var channel = 0; channel < _header.Channels; channel++)
            samples[channel] = SampleAt(row, (x * _header.Channels) + channel);
        switch (_header.Colour)
        {
            case PngHeader.Indexed:
                PutColour(samples[0], pixel);
                break;
            case PngHeader.Grey or PngHeader.GreyAlpha:
                pixel[..3].Fill(ToByte(samples[0]));
                pixel[3] = _header.Colour == PngHeader.GreyAlpha ? ToByte(samples[1]) : AlphaOf(samples[..1]);
                break;
            default:
                (pixel[0], pixel[1], pixel[2]) = (ToByte(samples[0]), ToByte(samples[1]), ToByte(samples[2]));
                pixel[3] = _header.Colour == PngHeader.RgbAlpha ? ToByte(samples[3]) : AlphaOf(samples[..3]);
                break;
        }
    }

    private void PutColour(int index, Span<byte> pixel)
    {
        if (3 * index >= _palette.Length)
        {
            _isRead = false;
            return;
        }

        _palette.AsSpan(3 * index, 3).CopyTo(pixel);
        pixel[3] = index < _transparency.Length ? _transparency[index] : byte.MaxValue;
    }

    private int SampleAt(ReadOnlySpan<byte> row, int at) => _header.Depth switch
    {
        16 => BinaryPrimitives.ReadUInt16BigEndian(row[(2 * at)..]),
        8 => row[at],
        var depth => (row[at * depth / 8] >> (8 - depth - (at * depth % 8))) & ((1 << depth) - 1),
    };

    private byte ToByte(int sample) => (byte)(_header.Depth == 16 ? sample >> 8 : sample * byte.MaxValue / ((1 << _header.Depth) - 1));

    /// <summary>One colour may be as good as not there (11.3.2.1).</summary>
    private byte AlphaOf(ReadOnlySpan<int> samples)
    {
        for (var channel = 0; channel < samples.Length; channel++)
        {
            if (_transparency.Length != 2 * samples.Length || BinaryPrimitives.ReadUInt16BigEndian(_transparency.AsSpan(2 * channel)) != samples[channel])
                return byte.MaxValue;
        }

        return 0;
    }
}

namespace StreamPlatform.Media.Mp4;

/// <summary>Colour of a track, colr (ISO/IEC 14496-12, 12.1.5; code points: ISO/IEC 23091-2).</summary>
/// <param name="Kind"><c>nclx</c>; QuickTime's <c>nclc</c>, which says nothing of the range; or <c>rICC</c> and <c>prof</c>, which hold a profile.</param>
/// <param name="FullRange">Only <c>nclx</c> tells.</param>
/// <param name="Profile">An ICC profile, or what follows the fields of a kind we don't know.</param>
public sealed record ColourBox(FourCc Kind, ushort Primaries, ushort Transfer, ushort Matrix, bool FullRange, ReadOnlyMemory<byte> Profile) : Box("colr")
{
    private static readonly FourCc Onscreen = "nclx", QuickTime = "nclc";

    private bool IsCoded => Kind == Onscreen || Kind == QuickTime;

    /// <summary>Colour by code points.</summary>
    public static ColourBox Coded(ushort primaries, ushort transfer, ushort matrix, bool fullRange) => new(Onscreen, primaries, transfer, matrix, fullRange, default);

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var kind = reader.Code();
        if (kind != Onscreen && kind != QuickTime) return new ColourBox(kind, 0, 0, 0, false, reader.Rest());
        var (primaries, transfer, matrix) = (reader.U16(), reader.U16(), reader.U16());
        // Some writers leave the last byte out.
        var full = kind == Onscreen && reader.Remaining > 0 && (reader.U8() & 0x80) != 0;
        return new ColourBox(kind, primaries, transfer, matrix, full, default);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Code(Kind);
        if (IsCoded)
        {
            writer.U16(Primaries);
            writer.U16(Transfer);
            writer.U16(Matrix);
            if (Kind == Onscreen) writer.U8(FullRange ? 0x80 : 0);
        }

        writer.Bytes(Profile.Span);
    }
}

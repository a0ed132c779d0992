namespace StreamPlatform.Media.Mp4;

/// <summary>File type (ftyp) or segment type (styp) and its brands (ISO/IEC 14496-12, 4.3 and 8.16.2).</summary>
public sealed record FileTypeBox(FourCc Type, FourCc MajorBrand, uint MinorVersion, IReadOnlyList<FourCc> CompatibleBrands) : Box(Type)
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (major, minor) = (reader.Code(), reader.U32());
        var brands = new FourCc[reader.Remaining / 4];
        for (var i = 0; i < brands.Length; i++)
            brands[i] = reader.Code();
        return new FileTypeBox(type, major, minor, brands);
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Code(MajorBrand);
        writer.U32(MinorVersion);
        foreach (var brand in CompatibleBrands)
            writer.Code(brand);
    }
}

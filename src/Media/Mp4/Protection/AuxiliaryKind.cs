namespace StreamPlatform.Media.Mp4;

/// <summary>aux_info_type and its parameter (ISO/IEC 14496-12, 8.7.8.3).</summary>
public readonly record struct AuxiliaryKind(FourCc Type, uint Parameter)
{
    internal void Write(BoxWriter writer)
    {
        writer.Code(Type);
        writer.U32(Parameter);
    }
}

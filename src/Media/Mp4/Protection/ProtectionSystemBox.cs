namespace StreamPlatform.Media.Mp4;

/// <summary>What a DRM system needs to get keys, pssh (ISO/IEC 23001-7, 8.1); version 1 when it names the keys.</summary>
/// <param name="SystemId">edef8ba9-79d6-4ace-a3c8-27dcd51d21ed is Widevine, 9a04f079-9840-4286-ab92-e65be0885f95 PlayReady, 1077efec-c0b2-4d02-ace3-3c1e52e2fb4b W3C's common one.</param>
/// <param name="KeyIds">Null in version 0.</param>
public sealed record ProtectionSystemBox(Guid SystemId, IReadOnlyList<Guid>? KeyIds, ReadOnlyMemory<byte> Data) : Box("pssh")
{
    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        var (version, _) = reader.Full();
        var system = reader.Id();
        var keys = version == 0 ? null : new Guid[reader.Count(reader.U32(), 16)];
        for (var i = 0; i < keys?.Length; i++)
            keys[i] = reader.Id();
        return new ProtectionSystemBox(system, keys, reader.Bytes(reader.Count(reader.U32(), 1)));
    }

    public override void WriteBody(BoxWriter writer)
    {
        writer.Full(KeyIds is null ? 0 : 1, 0);
        writer.Id(SystemId);
        if (KeyIds is not null)
        {
            writer.U32((uint)KeyIds.Count);
            foreach (var key in KeyIds)
                writer.Id(key);
        }

        writer.U32((uint)Data.Length);
        writer.Bytes(Data.Span);
    }
}

namespace StreamPlatform.Media.Mp4;

/// <summary>Elementary stream descriptor of MPEG-4 audio, esds (ISO/IEC 14496-14, 6.7; descriptors: ISO/IEC 14496-1, 7.2.6).</summary>
/// <param name="ObjectType">objectTypeIndication: 0x40 is MPEG-4 audio.</param>
/// <param name="MaxBitrate">Bits a second, 0 when unknown.</param>
/// <param name="DecoderSpecific">For 0x40 the AudioSpecificConfig.</param>
public sealed record EsDescriptorBox(byte ObjectType, uint BufferSize, uint MaxBitrate, uint AverageBitrate, ReadOnlyMemory<byte> DecoderSpecific) : Box("esds")
{
    private const int EsTag = 3, DecoderConfigTag = 4, DecoderSpecificTag = 5, SyncLayerTag = 6;

    /// <summary>Stream type audio (5), not up-stream, reserved bit set.</summary>
    private const int AudioStream = 0x15;

    /// <summary>Audio object type (ISO/IEC 14496-3, 1.6.2.1), 2 for AAC-LC; null when there is no configuration.</summary>
    public int? AudioObjectType => DecoderSpecific.Length switch
    {
        0 => null,
        1 => DecoderSpecific.Span[0] >> 3,
        _ when DecoderSpecific.Span[0] >> 3 == 31 => 32 + ((DecoderSpecific.Span[0] & 7) << 3) + (DecoderSpecific.Span[1] >> 5),
        _ => DecoderSpecific.Span[0] >> 3,
    };

    /// <summary>Channels by the channel configuration (ISO/IEC 14496-3, table 1.19); null when there is none or it is a description of its own.</summary>
    public int? Channels
    {
        get
        {
            // Object type (5 bits), sampling frequency index (4 bits, 24 more when it is 15), channel configuration (4 bits).
            var config = DecoderSpecific.Span;
            if (config.Length < 2 || AudioObjectType is null or > 31)
                return null;
            var frequency = ((config[0] & 7) << 1) | (config[1] >> 7);
            var configuration = frequency < 15 ? (config[1] >> 3) & 15 : config.Length > 4 ? (config[4] >> 3) & 15 : 0;
            return configuration switch { 0 or > 7 => null, 7 => 8, _ => configuration };
        }
    }

    internal static Box Read(FourCc type, ref BoxReader reader)
    {
        reader.Full();
        var es = new BoxReader(Descriptor(ref reader, EsTag));
        es.Skip(2);
        var flags = es.U8();
        if ((flags & 0x80) != 0) es.Skip(2);
        if ((flags & 0x40) != 0) es.Skip(es.U8());
        if ((flags & 0x20) != 0) es.Skip(2);
        var config = new BoxReader(Descriptor(ref es, DecoderConfigTag));
        var objectType = config.U8();
        config.Skip(1);
        var (buffer, max, average) = (config.U24(), config.U32(), config.U32());
        var specific = config.Remaining > 0 ? Descriptor(ref config, DecoderSpecificTag) : default;
        return new EsDescriptorBox(objectType, buffer, max, average, specific);
    }

    public override void WriteBody(BoxWriter writer)
    {
        var specific = DecoderSpecific.IsEmpty ? 0 : 5 + DecoderSpecific.Length;
        writer.Full(0, 0);
        Header(writer, EsTag, 3 + 5 + 13 + specific + 5 + 1);
        writer.U16(0);
        writer.U8(0);
        Header(writer, DecoderConfigTag, 13 + specific);
        writer.U8(ObjectType);
        writer.U8(AudioStream);
        writer.U24(BufferSize);
        writer.U32(MaxBitrate);
        writer.U32(AverageBitrate);
        if (specific > 0)
        {
            Header(writer, DecoderSpecificTag, DecoderSpecific.Length);
            writer.Bytes(DecoderSpecific.Span);
        }

        Header(writer, SyncLayerTag, 1);
        writer.U8(2); // predefined: MP4
    }

    private static ReadOnlyMemory<byte> Descriptor(ref BoxReader reader, int tag)
    {
        var found = reader.U8();
        if (found != tag) throw new Mp4Exception($"esds holds descriptor {found} where {tag} belongs.");
        var length = 0;
        for (var i = 0; i < 4; i++)
        {
            var next = reader.U8();
            length = (length << 7) | (next & 0x7F);
            if ((next & 0x80) == 0) break;
        }

        return reader.Bytes(length);
    }

    /// <summary>Tag and length; always in the four-byte form, so that sizes don't depend on values.</summary>
    private static void Header(BoxWriter writer, int tag, int length)
    {
        writer.U8(tag);
        writer.U8(0x80 | ((length >> 21) & 0x7F));
        writer.U8(0x80 | ((length >> 14) & 0x7F));
        writer.U8(0x80 | ((length >> 7) & 0x7F));
        writer.U8(length & 0x7F);
    }
}

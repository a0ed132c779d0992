using System.Buffers;
using System.Buffers.Binary;

namespace StreamPlatform.Live.Broadcasts;

/// <summary>A tag of an FLV file (Adobe Flash Video File Format 10.1, E.4), whose body is that of the RTMP message.</summary>
/// <param name="Type">8 for sound, 9 for pictures: RTMP's own numbers.</param>
/// <param name="Time">Milliseconds.</param>
internal readonly record struct FlvTag(byte Type, uint Time, ReadOnlyMemory<byte> Body)
{
    private const int HeaderBytes = 11;

    /// <summary>What a file starts with: the header, and the size of no tag (E.2, E.3).</summary>
    public static void WriteHeader(IBufferWriter<byte> writer, bool hasAudio) =>
        writer.Write<byte>([(byte)'F', (byte)'L', (byte)'V', 1, (byte)(hasAudio ? 5 : 1), 0, 0, 0, 9, 0, 0, 0, 0]);

    public void Write(IBufferWriter<byte> writer)
    {
        var header = writer.GetSpan(HeaderBytes)[..HeaderBytes];
        header[0] = Type;
        Number(header[1..], (uint)Body.Length);
        Number(header[4..], Time & 0xFFFFFF);
        header[7] = (byte)(Time >> 24);
        header[8..].Clear();
        writer.Advance(HeaderBytes);
        writer.Write(Body.Span);
        BinaryPrimitives.WriteUInt32BigEndian(writer.GetSpan(4), (uint)(HeaderBytes + Body.Length));
        writer.Advance(4);
    }

    private static void Number(Span<byte> bytes, uint value) => (bytes[0], bytes[1], bytes[2]) = ((byte)(value >> 16), (byte)(value >> 8), (byte)value);
}

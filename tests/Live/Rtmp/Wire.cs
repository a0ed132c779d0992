using System.Buffers.Binary;
using System.IO.Pipelines;
using StreamPlatform.Live.Rtmp;

namespace StreamPlatform.Live.Tests.Rtmp;

/// <summary>An encoder's side of RTMP, byte by byte, as a test wants it.</summary>
internal static class Wire
{
    public static ChunkReader Reader(byte[] bytes) => new(new WireReader(PipeReader.Create(new MemoryStream(bytes))));

    public static byte[] Handshake { get; } = [3, .. new byte[1536], .. new byte[1536]];

    /// <summary>A message as encoders cut it: a whole header first, then chunks without any.</summary>
    public static byte[] Message(RtmpMessageType type, byte[] body, uint time = 0, uint stream = 0, int chunk = 3, int chunkBytes = 128)
    {
        var bytes = new List<byte>(Basic(0, chunk));
        var isExtended = time >= 0xFFFFFF;
        bytes.AddRange(Number(isExtended ? 0xFFFFFF : time));
        bytes.AddRange(Number((uint)body.Length));
        bytes.Add((byte)type);
        bytes.AddRange(BitConverter.GetBytes(stream));
        for (var at = 0; ; at += chunkBytes)
        {
            if (isExtended) bytes.AddRange(BigEndian(time));
            bytes.AddRange(body.Skip(at).Take(chunkBytes));
            if (at + chunkBytes >= body.Length) return [.. bytes];
            bytes.AddRange(Basic(3, chunk));
        }
    }

    public static byte[] Command(string name, double transaction, Func<Amf0Writer, Amf0Writer> arguments, uint stream = 0) =>
        Message(RtmpMessageType.Command, arguments(new Amf0Writer().Text(name).Number(transaction)).ToArray(), stream: stream);

    /// <summary>Everything up to and with publish.</summary>
    public static byte[] Publish(string key) =>
    [
        .. Handshake,
        .. Command("connect", 1, command => command.Object(("app", "live"))),
        .. Command("releaseStream", 2, command => command.Null().Text(key)),
        .. Command("createStream", 3, command => command.Null()),
        .. Command("publish", 4, command => command.Null().Text(key).Text("live"), stream: 1),
    ];

    public static byte[] Basic(int format, int chunk) => chunk switch
    {
        < 64 => [(byte)((format << 6) | chunk)],
        < 320 => [(byte)(format << 6), (byte)(chunk - 64)],
        _ => [(byte)((format << 6) | 1), (byte)(chunk - 64), (byte)((chunk - 64) >> 8)],
    };

    public static byte[] Number(uint value) => [(byte)(value >> 16), (byte)(value >> 8), (byte)value];

    public static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}

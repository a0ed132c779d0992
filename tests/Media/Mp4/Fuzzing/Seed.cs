using System.Buffers.Binary;

namespace StreamPlatform.Media.Tests.Mp4.Fuzzing;

/// <summary>A file and where its boxes are, those inside containers too.</summary>
internal sealed class Seed
{
    private static readonly string[] Containers = ["moov", "trak", "mdia", "minf", "dinf", "stbl", "mvex", "edts", "moof", "traf", "mfra", "sinf", "schi"];

    public Seed(byte[] bytes)
    {
        Bytes = bytes;
        Find(0, bytes.Length);
    }

    public byte[] Bytes { get; }

    /// <summary>Start and length.</summary>
    public List<(int At, int Length)> Boxes { get; } = [];

    private void Find(int at, int end)
    {
        while (at + 8 <= end)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(Bytes.AsSpan(at));
            if (length < 8 || length > end - at) return;
            Boxes.Add((at, (int)length));
            var type = System.Text.Encoding.Latin1.GetString(Bytes, at + 4, 4);
            if (Containers.Contains(type)) Find(at + 8, at + (int)length);
            if (type == "stsd") Find(at + 16, at + (int)length);
            at += (int)length;
        }
    }
}

using System.Buffers;

namespace StreamPlatform.Domain.Telemetry.Sketches;

/// <summary>Whole numbers in as few bytes as they need: zigzag, then seven bits a byte from the lowest on (as in Protocol Buffers' <c>sint64</c>).</summary>
internal static class VariableLength
{
    private const int LongestBytes = 10;

    public static void Write(IBufferWriter<byte> buffer, long value)
    {
        var span = buffer.GetSpan(LongestBytes);
        var zigzag = (ulong)((value << 1) ^ (value >> 63));
        var length = 0;
        while (zigzag >= 0x80)
        {
            span[length++] = (byte)(zigzag | 0x80);
            zigzag >>= 7;
        }

        span[length++] = (byte)zigzag;
        buffer.Advance(length);
    }

    /// <summary>Reads one and moves <paramref name="bytes"/> behind it.</summary>
    /// <exception cref="FormatException">The bytes end within a number, or it is too long.</exception>
    public static long Read(ref ReadOnlySpan<byte> bytes)
    {
        ulong zigzag = 0;
        for (var i = 0; i < Math.Min(bytes.Length, LongestBytes); i++)
        {
            zigzag |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
            }
        }

        throw new FormatException("A number ends early or is too long.");
    }
}

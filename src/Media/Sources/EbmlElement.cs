using System.Buffers.Binary;
using System.Numerics;

namespace StreamPlatform.Media.Sources;

/// <summary>An element of EBML (RFC 8794): its id with the marker bits, and where its body is.</summary>
/// <param name="Length">Bytes of the body; null when it isn't told, as live recorders leave it.</param>
internal readonly record struct EbmlElement(uint Id, long Body, long? Length)
{
    /// <summary>Most bytes that an id and a length take.</summary>
    public const int MaxHeader = 12;

    /// <summary>Where the body ends, if that is told.</summary>
    public long? End => Body + Length;

    /// <summary>Reads id and length at a position; null when it is none.</summary>
    public static EbmlElement? Parse(ReadOnlySpan<byte> bytes, long offset)
    {
        if (Number(bytes, 4, keepMarker: true) is not (var id, var idBytes) || Number(bytes[idBytes..], 8, keepMarker: false) is not (var length, var lengthBytes))
            return null;
        var unknown = length == (1UL << (7 * lengthBytes)) - 1;
        return length > long.MaxValue / 2 && !unknown ? null : new EbmlElement((uint)id, offset + idBytes + lengthBytes, unknown ? null : (long)length);
    }

    /// <summary>The elements that a body holds one after the other; stops at what is none, or reaches beyond the body.</summary>
    public static List<(uint Id, ReadOnlyMemory<byte> Body)> Children(ReadOnlyMemory<byte> body)
    {
        var children = new List<(uint, ReadOnlyMemory<byte>)>();
        for (var at = 0; at < body.Length && Parse(body.Span[at..], at) is { Length: { } length } child && child.Body + length <= body.Length; at = (int)(child.Body + length))
            children.Add((child.Id, body.Slice((int)child.Body, (int)length)));
        return children;
    }

    /// <summary>An unsigned integer element's value (RFC 8794, 7.2).</summary>
    public static ulong Unsigned(ReadOnlyMemory<byte> body)
    {
        Span<byte> padded = stackalloc byte[8];
        var used = body.Span[..Math.Min(8, body.Length)];
        used.CopyTo(padded[(8 - used.Length)..]);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    /// <summary>A variable-size integer (RFC 8794, 4): as many bytes as its first has leading zeros, and one.</summary>
    private static (ulong Value, int Bytes)? Number(ReadOnlySpan<byte> bytes, int most, bool keepMarker)
    {
        if (bytes.IsEmpty || bytes[0] == 0)
            return null;
        var count = BitOperations.LeadingZeroCount((uint)bytes[0]) - 24 + 1;
        if (count > most || count > bytes.Length)
            return null;
        ulong value = keepMarker ? bytes[0] : bytes[0] & (0xFFu >> count);
        foreach (var next in bytes[1..count])
            value = (value << 8) | next;
        return (value, count);
    }
}

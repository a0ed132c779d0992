namespace StreamPlatform.Media.Probing;

/// <summary>Reads ids and sizes of EBML elements (RFC 8794, 4 to 6).</summary>
internal sealed class EbmlHeaders(Stream stream)
{
    /// <summary>The element at the stream's position, which moves to its body; size null when unknown. Null when there is none.</summary>
    public (uint Id, long? Size)? Next()
    {
        if (Number(4, keepMarker: true) is not { } id || Number(8, keepMarker: false) is not { } size)
            return null;
        return ((uint)id.Value, size.AllOnes ? null : size.Value);
    }

    private (long Value, bool AllOnes)? Number(int maxBytes, bool keepMarker)
    {
        var first = stream.ReadByte();
        if (first <= 0)
            return null;
        var bytes = System.Numerics.BitOperations.LeadingZeroCount((uint)first) - 23;
        if (bytes > maxBytes)
            return null;
        long value = keepMarker ? first : first & ((1 << (8 - bytes)) - 1);
        for (var i = 1; i < bytes; i++)
        {
            var next = stream.ReadByte();
            if (next < 0)
                return null;
            value = (value << 8) | (uint)next;
        }

        return (value, value == (1L << (7 * bytes)) - 1);
    }
}

using System.Buffers;
using System.Text;
using StreamPlatform.Domain.Telemetry.Sketches;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>Windows as they are stored: a version, then variable-length numbers. Until version 2 there was no sample of lasting viewers.</summary>
internal static class WindowBytes
{
    private const byte Version = 2, WithoutLasting = 1;

    public static void Write(WindowAggregate window, IBufferWriter<byte> buffer)
    {
        buffer.Write([Version]);
        window.Totals.Write(buffer);
        Blob(buffer, window.Startup.IsEmpty ? [] : window.Startup.ToBytes());
        Blob(buffer, window.Bitrate.IsEmpty ? [] : window.Bitrate.ToBytes());
        Blob(buffer, window.Viewers.IsEmpty ? [] : window.Viewers.ToBytes());
        Blob(buffer, window.Lasting.IsEmpty ? [] : window.Lasting.ToBytes());
        var parts = window.Parts.AsSpan().ContainsAnyExcept(0) ? window.Parts : [];
        VariableLength.Write(buffer, parts.Length);
        foreach (var count in parts)
            VariableLength.Write(buffer, count);
        for (var breakdown = Breakdown.Country; breakdown <= Breakdown.Source; breakdown++)
        {
            foreach (var (label, counters) in window.Rows(breakdown))
            {
                if (counters.IsEmpty)
                    continue;
                VariableLength.Write(buffer, (int)breakdown);
                Text(buffer, label);
                counters.Write(buffer);
            }
        }
    }

    /// <summary>Whether they are of this release or an older one.</summary>
    public static bool Knows(ReadOnlySpan<byte> bytes) => bytes is [Version or WithoutLasting, ..];

    /// <exception cref="FormatException">These are no bytes of <see cref="Write(WindowAggregate, IBufferWriter{byte})"/>, or of a newer release.</exception>
    public static WindowAggregate Read(Grain grain, DateTimeOffset start, ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [Version or WithoutLasting, ..])
            throw new FormatException("A window was written by a newer release, or is damaged.");
        var version = bytes[0];
        bytes = bytes[1..];
        var window = new WindowAggregate(grain, start) { Totals = Counters.Read(ref bytes) };
        if (Blob(ref bytes) is { IsEmpty: false } startup)
            window.Startup = DDSketch.FromBytes(startup);
        if (Blob(ref bytes) is { IsEmpty: false } bitrate)
            window.Bitrate = DDSketch.FromBytes(bitrate);
        if (Blob(ref bytes) is { IsEmpty: false } viewers)
            window.Viewers = HyperLogLog.FromBytes(viewers);
        if (version > WithoutLasting && Blob(ref bytes) is { IsEmpty: false } lasting)
            window.Lasting = KMinimumValues.FromBytes(lasting);
        if (VariableLength.Read(ref bytes) is not 0 and var parts)
        {
            window.Parts = parts == WatchedParts.Count ? new long[parts] : throw new FormatException("A window's retention is damaged.");
            for (var part = 0; part < parts; part++)
                window.Parts[part] = VariableLength.Read(ref bytes);
        }

        while (!bytes.IsEmpty)
            ReadRow(window, ref bytes);
        return window;
    }

    private static void ReadRow(WindowAggregate window, ref ReadOnlySpan<byte> bytes)
    {
        var breakdown = VariableLength.Read(ref bytes);
        var label = Encoding.UTF8.GetString(Blob(ref bytes));
        var counters = Counters.Read(ref bytes);
        if (breakdown is < 0 or > (int)Breakdown.Source)
            throw new FormatException("A window has a breakdown that this release doesn't know.");
        window.Rows((Breakdown)breakdown).Add(label, counters);
    }

    private static void Text(IBufferWriter<byte> buffer, string text)
    {
        VariableLength.Write(buffer, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private static void Blob(IBufferWriter<byte> buffer, ReadOnlySpan<byte> bytes)
    {
        VariableLength.Write(buffer, bytes.Length);
        buffer.Write(bytes);
    }

    private static ReadOnlySpan<byte> Blob(ref ReadOnlySpan<byte> bytes)
    {
        var length = VariableLength.Read(ref bytes);
        if (length < 0 || length > bytes.Length)
            throw new FormatException("A window ends early.");
        var blob = bytes[..(int)length];
        bytes = bytes[(int)length..];
        return blob;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Sketches;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>Sessions as they are stored: a version, then variable-length numbers and texts with their lengths.</summary>
internal static class SessionBytes
{
    private const byte Version = 1;

    /// <summary>Positions and durations are kept to the millisecond.</summary>
    private const double Milliseconds = 1000;

    public static void Write(SessionState state, IBufferWriter<byte> buffer)
    {
        buffer.Write([Version]);
        Flag(buffer, state.Claims is not null);
        if (state.Claims is { } claims)
            Write(claims, buffer);
        VariableLength.Write(buffer, (int)state.Flags);
        Write(state.PlayerTold, buffer);
        Write(state.CdnTold, buffer);
        VariableLength.Write(buffer, state.ImplausibleMs);
        Number(buffer, state.StartupMs);
        VariableLength.Write(buffer, state.StartupSeq);
        Number(buffer, state.Position);
        VariableLength.Write(buffer, state.PositionSeq);
        VariableLength.Write(buffer, state.LastAt);
        var parts = buffer.GetSpan(16);
        BinaryPrimitives.WriteUInt128LittleEndian(parts, state.Watched.Bits);
        buffer.Advance(16);
        Flag(buffer, state.Verdict is not null);
        if (state.Verdict is { } verdict)
        {
            Flag(buffer, verdict.Quarantined);
            Text(buffer, verdict.Rule);
            VariableLength.Write(buffer, verdict.At);
        }

        WriteMinutes(state, buffer);
        VariableLength.Write(buffer, state.Events.Count);
        foreach (var told in state.Events)
            TimelineBytes.Write(told, buffer);
    }

    /// <exception cref="FormatException">These are no bytes of <see cref="Write(SessionState, IBufferWriter{byte})"/>, or of a newer release.</exception>
    public static SessionState Read(string sessionId, ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [Version, ..])
            throw new FormatException("A session was written by a newer release, or is damaged.");
        bytes = bytes[1..];
        var state = new SessionState
        {
            Claims = Flag(ref bytes) ? ReadClaims(sessionId, ref bytes) : null,
            Flags = (SessionFlags)VariableLength.Read(ref bytes),
            PlayerTold = ReadTold(ref bytes),
            CdnTold = ReadTold(ref bytes),
            ImplausibleMs = VariableLength.Read(ref bytes),
            StartupMs = Flag(ref bytes) ? (int)VariableLength.Read(ref bytes) : null,
            StartupSeq = (int)VariableLength.Read(ref bytes),
            Position = Number(ref bytes),
            PositionSeq = (int)VariableLength.Read(ref bytes),
            LastAt = VariableLength.Read(ref bytes),
        };
        state.Watched = WatchedParts.FromBits(BinaryPrimitives.ReadUInt128LittleEndian(bytes));
        bytes = bytes[16..];
        if (Flag(ref bytes))
            state.Verdict = new Verdict(Flag(ref bytes), Text(ref bytes), VariableLength.Read(ref bytes));
        ReadMinutes(state, ref bytes);
        for (var left = VariableLength.Read(ref bytes); left > 0; left--)
            state.Events.Add(TimelineBytes.Read(ref bytes));
        return state;
    }

    internal static void Text(IBufferWriter<byte> buffer, string text)
    {
        VariableLength.Write(buffer, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    internal static string Text(ref ReadOnlySpan<byte> bytes)
    {
        var length = (int)VariableLength.Read(ref bytes);
        var text = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return text;
    }

    internal static void Flag(IBufferWriter<byte> buffer, bool flag) => VariableLength.Write(buffer, flag ? 1 : 0);

    internal static bool Flag(ref ReadOnlySpan<byte> bytes) => VariableLength.Read(ref bytes) != 0;

    internal static void Number(IBufferWriter<byte> buffer, double? number)
    {
        Flag(buffer, number is not null);
        if (number is { } value)
            VariableLength.Write(buffer, (long)Math.Round(value * Milliseconds));
    }

    internal static double? Number(ref ReadOnlySpan<byte> bytes) => Flag(ref bytes) ? VariableLength.Read(ref bytes) / Milliseconds : null;

    private static void Number(IBufferWriter<byte> buffer, int? number)
    {
        Flag(buffer, number is not null);
        if (number is { } value)
            VariableLength.Write(buffer, value);
    }

    private static void Write(Told? told, IBufferWriter<byte> buffer)
    {
        Flag(buffer, told is not null);
        if (told is not { } known)
            return;
        VariableLength.Write(buffer, known.Seq);
        Text(buffer, known.Text);
    }

    private static Told? ReadTold(ref ReadOnlySpan<byte> bytes) =>
        Flag(ref bytes) ? new Told((int)VariableLength.Read(ref bytes), Text(ref bytes)) : null;

    private static void Write(SessionClaims claims, IBufferWriter<byte> buffer)
    {
        Text(buffer, claims.AssetId);
        Text(buffer, claims.PlaybackId);
        Text(buffer, claims.OwnerId);
        Text(buffer, claims.ChannelId ?? "");
        VariableLength.Write(buffer, BitConverter.DoubleToInt64Bits(claims.DurationSeconds ?? double.NaN));
        VariableLength.Write(buffer, claims.StartedAt.ToUnixTimeMilliseconds());
        VariableLength.Write(buffer, (long)claims.Viewer);
        Text(buffer, claims.Country);
        VariableLength.Write(buffer, (int)claims.Device);
        VariableLength.Write(buffer, (int)claims.Source);
        VariableLength.Write(buffer, (int)claims.Suspicions);
        VariableLength.Write(buffer, claims.Bucket);
    }

    private static SessionClaims ReadClaims(string sessionId, ref ReadOnlySpan<byte> bytes) => new()
    {
        SessionId = sessionId,
        AssetId = Text(ref bytes),
        PlaybackId = Text(ref bytes),
        OwnerId = Text(ref bytes),
        ChannelId = Text(ref bytes) is { Length: > 0 } channel ? channel : null,
        DurationSeconds = BitConverter.Int64BitsToDouble(VariableLength.Read(ref bytes)) is var seconds && double.IsNaN(seconds) ? null : seconds,
        StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(VariableLength.Read(ref bytes)),
        Viewer = (ulong)VariableLength.Read(ref bytes),
        Country = Text(ref bytes),
        Device = (DeviceKind)VariableLength.Read(ref bytes),
        Source = (TrafficSource)VariableLength.Read(ref bytes),
        Suspicions = (Suspicions)VariableLength.Read(ref bytes),
        Bucket = (int)VariableLength.Read(ref bytes),
    };

    /// <summary>Each by its distance from the one before.</summary>
    private static void WriteMinutes(SessionState state, IBufferWriter<byte> buffer)
    {
        VariableLength.Write(buffer, state.Minutes.Count);
        var (minute, before) = (0, default(FlowTotals));
        foreach (var entry in state.Minutes)
        {
            var totals = entry.Totals;
            VariableLength.Write(buffer, entry.Minute - minute);
            for (var i = 0; i < FlowTotals.Count; i++)
                VariableLength.Write(buffer, totals[i] - before[i]);
            (minute, before) = (entry.Minute, totals);
        }
    }

    private static void ReadMinutes(SessionState state, ref ReadOnlySpan<byte> bytes)
    {
        var (minute, totals) = (0, default(FlowTotals));
        for (var left = VariableLength.Read(ref bytes); left > 0; left--)
        {
            minute += (int)VariableLength.Read(ref bytes);
            for (var i = 0; i < FlowTotals.Count; i++)
                totals[i] += VariableLength.Read(ref bytes);
            state.Minutes.Add(new MinuteTotals(minute, totals));
        }
    }
}

using System.Buffers;
using StreamPlatform.Domain.Telemetry.Sketches;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>Events of a timeline as they are stored: a mask of what each has, then that; without totals, which the minutes have.</summary>
internal static class TimelineBytes
{
    [Flags]
    private enum Has
    {
        None = 0,
        Position = 1,
        Startup = 2,
        Duration = 4,
        Seek = 8,
        Rung = 16,
        Codec = 32,
        Hidden = 64,
        Shown = 128,
        Code = 256,
        Fatal = 512,
        Survived = 1024,
        Message = 2048,
    }

    public static void Write(PlaybackEvent told, IBufferWriter<byte> buffer)
    {
        var has = HasOf(told);
        VariableLength.Write(buffer, told.Seq);
        VariableLength.Write(buffer, (int)told.Type);
        VariableLength.Write(buffer, told.At);
        VariableLength.Write(buffer, (int)has);
        if (has.HasFlag(Has.Position))
            SessionBytes.Number(buffer, told.Position);
        if (has.HasFlag(Has.Startup))
            VariableLength.Write(buffer, told.StartupMs!.Value);
        if (has.HasFlag(Has.Duration))
            VariableLength.Write(buffer, told.DurationMs!.Value);
        if (has.HasFlag(Has.Seek))
        {
            SessionBytes.Number(buffer, told.From);
            SessionBytes.Number(buffer, told.To);
        }

        if (has.HasFlag(Has.Rung))
        {
            VariableLength.Write(buffer, told.Height ?? 0);
            VariableLength.Write(buffer, told.Kbps ?? 0);
        }

        if (has.HasFlag(Has.Codec))
            SessionBytes.Text(buffer, told.Codec!);
        if (has.HasFlag(Has.Code))
            SessionBytes.Text(buffer, told.Code!);
        if (has.HasFlag(Has.Message))
            SessionBytes.Text(buffer, told.Message!);
    }

    public static PlaybackEvent Read(ref ReadOnlySpan<byte> bytes)
    {
        var (seq, type, at) = ((int)VariableLength.Read(ref bytes), (PlaybackEventType)VariableLength.Read(ref bytes), VariableLength.Read(ref bytes));
        var has = (Has)VariableLength.Read(ref bytes);
        return new PlaybackEvent(seq, type, at, default)
        {
            Position = has.HasFlag(Has.Position) ? SessionBytes.Number(ref bytes) : null,
            StartupMs = Int(ref bytes, has.HasFlag(Has.Startup)),
            DurationMs = Int(ref bytes, has.HasFlag(Has.Duration)),
            From = has.HasFlag(Has.Seek) ? SessionBytes.Number(ref bytes) : null,
            To = has.HasFlag(Has.Seek) ? SessionBytes.Number(ref bytes) : null,
            Height = Int(ref bytes, has.HasFlag(Has.Rung)),
            Kbps = Int(ref bytes, has.HasFlag(Has.Rung)),
            Codec = Text(ref bytes, has.HasFlag(Has.Codec)),
            Hidden = has.HasFlag(Has.Hidden) ? true : has.HasFlag(Has.Shown) ? false : null,
            Code = Text(ref bytes, has.HasFlag(Has.Code)),
            Fatal = has.HasFlag(Has.Fatal) ? true : has.HasFlag(Has.Survived) ? false : null,
            Message = Text(ref bytes, has.HasFlag(Has.Message)),
        };
    }

    private static Has HasOf(PlaybackEvent told) =>
        (told.Position is not null ? Has.Position : Has.None)
        | (told.StartupMs is not null ? Has.Startup : Has.None)
        | (told.DurationMs is not null ? Has.Duration : Has.None)
        | (told.From is not null || told.To is not null ? Has.Seek : Has.None)
        | (told.Height is not null || told.Kbps is not null ? Has.Rung : Has.None)
        | (told.Codec is not null ? Has.Codec : Has.None)
        | (told.Hidden is { } hidden ? hidden ? Has.Hidden : Has.Shown : Has.None)
        | (told.Code is not null ? Has.Code : Has.None)
        | (told.Fatal is { } fatal ? fatal ? Has.Fatal : Has.Survived : Has.None)
        | (told.Message is not null ? Has.Message : Has.None);

    private static int? Int(ref ReadOnlySpan<byte> bytes, bool has) => has ? (int)VariableLength.Read(ref bytes) : null;

    private static string? Text(ref ReadOnlySpan<byte> bytes, bool has) => has ? SessionBytes.Text(ref bytes) : null;
}

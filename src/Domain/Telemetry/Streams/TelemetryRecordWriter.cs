using System.Buffers;
using System.Globalization;
using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>Records as JSON with short names; <see cref="TelemetryRecordReader"/> reads them. One line each, without line breaks.</summary>
public static class TelemetryRecordWriter
{
    public static byte[] ToBytes(TelemetryRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(record, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(TelemetryRecord record, IBufferWriter<byte> buffer)
    {
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteNumber("v"u8, TelemetryRecord.CurrentVersion);
        switch (record)
        {
            case BeaconRecord beacon:
                Write(beacon, json);
                break;
            case VerdictRecord verdict:
                json.WriteString("k"u8, "verdict"u8);
                json.WriteString("i"u8, verdict.Session);
                json.WriteString("a"u8, verdict.Asset);
                json.WriteNumber("b"u8, verdict.Part);
                json.WriteBoolean("q"u8, verdict.Quarantined);
                json.WriteString("u"u8, verdict.Rule);
                json.WriteNumber("t"u8, verdict.At);
                break;
            default:
                throw new ArgumentException($"{record.GetType().Name} has no written form.", nameof(record));
        }

        json.WriteEndObject();
    }

    private static void Write(BeaconRecord beacon, Utf8JsonWriter json)
    {
        json.WriteString("k"u8, "beacon"u8);
        json.WriteNumber("r"u8, beacon.ReceivedAt);
        json.WriteStartObject("s"u8);
        Write(beacon.Claims, json);
        json.WriteEndObject();
        json.WriteStartArray("p"u8);
        json.WriteStringValue(beacon.Player.Name);
        json.WriteStringValue(beacon.Player.Version);
        json.WriteStringValue(beacon.Player.Engine);
        json.WriteEndArray();
        Text(json, "c"u8, beacon.Cdn);
        Text(json, "n"u8, beacon.TraceParent);
        json.WriteStartArray("e"u8);
        foreach (var told in beacon.Events)
            Write(told, json);
        json.WriteEndArray();
    }

    private static void Write(SessionClaims claims, Utf8JsonWriter json)
    {
        json.WriteString("i"u8, claims.SessionId);
        json.WriteString("a"u8, claims.AssetId);
        json.WriteString("p"u8, claims.PlaybackId);
        json.WriteString("o"u8, claims.OwnerId);
        Text(json, "c"u8, claims.ChannelId);
        Number(json, "d"u8, claims.DurationSeconds);
        json.WriteNumber("t"u8, claims.StartedAt.ToUnixTimeMilliseconds());
        Span<char> viewer = stackalloc char[16];
        claims.Viewer.TryFormat(viewer, out _, "x16", CultureInfo.InvariantCulture);
        json.WriteString("w"u8, viewer);
        json.WriteString("l"u8, claims.Country);
        json.WriteString("y"u8, RecordWords.Of(claims.Device));
        json.WriteString("f"u8, RecordWords.Of(claims.Source));
        if (claims.Suspicions != Suspicions.None)
            json.WriteNumber("x"u8, (int)claims.Suspicions);
        if (claims.Bucket != 0)
            json.WriteNumber("b"u8, claims.Bucket);
    }

    private static void Write(PlaybackEvent told, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("q"u8, told.Seq);
        json.WriteString("y"u8, RecordWords.Of(told.Type));
        json.WriteNumber("t"u8, told.At);
        Write(told.Totals, json);
        Number(json, "p"u8, told.Position);
        Number(json, "s"u8, told.StartupMs);
        Number(json, "d"u8, told.DurationMs);
        Number(json, "f"u8, told.From);
        Number(json, "g"u8, told.To);
        Number(json, "h"u8, told.Height);
        Number(json, "b"u8, told.Kbps);
        Text(json, "c"u8, told.Codec);
        Flag(json, "i"u8, told.Hidden);
        Text(json, "e"u8, told.Code);
        Flag(json, "x"u8, told.Fatal);
        Text(json, "m"u8, told.Message);
        Text(json, "z"u8, told.Cmcd);
        json.WriteEndObject();
    }

    /// <summary>By their places in an array, being in every event.</summary>
    private static void Write(in PlaybackTotals totals, Utf8JsonWriter json)
    {
        json.WriteStartArray("o"u8);
        json.WriteNumberValue(totals.WatchedMs);
        json.WriteNumberValue(totals.StalledMs);
        json.WriteNumberValue(totals.Stalls);
        json.WriteNumberValue(totals.Seeks);
        json.WriteNumberValue(totals.BitrateMs);
        json.WriteNumberValue(totals.DroppedFrames);
        json.WriteNumberValue(totals.RungChanges);
        json.WriteNumberValue(totals.DownscaledMs);
        json.WriteNumberValue(totals.HiddenMs);
        json.WriteNumberValue(totals.Bytes);
        Span<byte> digits = stackalloc byte[WatchedParts.Digits];
        totals.Watched.Write(digits);
        json.WriteStringValue(digits);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    private static void Flag(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
            json.WriteBoolean(name, flag);
    }
}

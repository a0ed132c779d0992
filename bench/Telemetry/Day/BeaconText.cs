using System.Buffers;
using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Bench.Telemetry.Day;

/// <summary>What a player sends, as JSON.</summary>
internal static class BeaconText
{
    /// <summary>A request of one beacon.</summary>
    public static ReadOnlyMemory<byte> Of(Delivery delivery, string token)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using var json = new Utf8JsonWriter(buffer);
        var clock = delivery.Session.Viewer.ClockOffsetMs;
        json.WriteStartObject();
        json.WriteStartArray("beacons"u8);
        json.WriteStartObject();
        json.WriteString("session"u8, token);
        json.WriteNumber("sentAt"u8, delivery.SentMs + clock);
        json.WriteStartObject("player"u8);
        json.WriteString("name"u8, "stream-player"u8);
        json.WriteString("version"u8, "1.0.0"u8);
        json.WriteString("engine"u8, "hls.js"u8);
        json.WriteEndObject();
        json.WriteString("cdn"u8, "edge.example.com"u8);
        json.WriteStartArray("events"u8);
        foreach (var told in delivery.Events)
            Write(json, told, clock, delivery.Session.Sort == PlayerSort.Liar ? 10 : 1);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, PlaybackEvent told, long clock, int lie)
    {
        json.WriteStartObject();
        json.WriteNumber("seq"u8, told.Seq);
        json.WriteString("type"u8, JsonNamingPolicy.CamelCase.ConvertName(told.Type.ToString()));
        json.WriteNumber("at"u8, told.At + clock);
        Write(json, "position"u8, told.Position);
        Write(json, "startupMs"u8, told.StartupMs);
        Write(json, "durationMs"u8, told.DurationMs);
        Write(json, "from"u8, told.From);
        Write(json, "to"u8, told.To);
        Write(json, "height"u8, told.Height);
        Write(json, "kbps"u8, told.Kbps);
        if (told.Code is { } code)
        {
            json.WriteString("code"u8, code);
            json.WriteBoolean("fatal"u8, told.Fatal == true);
        }

        json.WriteStartObject("totals"u8);
        json.WriteNumber("watchedMs"u8, told.Totals.WatchedMs * lie);
        json.WriteNumber("stalledMs"u8, told.Totals.StalledMs);
        json.WriteNumber("stalls"u8, told.Totals.Stalls);
        json.WriteNumber("seeks"u8, told.Totals.Seeks);
        json.WriteNumber("bitrateMs"u8, told.Totals.BitrateMs * lie);
        json.WriteNumber("rungChanges"u8, told.Totals.RungChanges);
        json.WriteNumber("bytes"u8, told.Totals.Bytes);
        json.WriteString("watched"u8, told.Totals.Watched.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }
}

using System.Buffers.Text;
using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Sessions;

namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>
/// Reads what <see cref="TelemetryRecordWriter"/> wrote, once for each message on the hub, so it makes little garbage: texts that come
/// again are the same strings. Properties that it doesn't know are passed over. Not for several threads at once.
/// </summary>
public sealed class TelemetryRecordReader
{
    private readonly StringPool _texts = new();

    /// <exception cref="JsonException">It is no such record, or of a version that isn't known.</exception>
    public TelemetryRecord Read(ReadOnlySpan<byte> message)
    {
        try
        {
            var json = new Utf8JsonReader(message);
            if (!json.Read())
                throw new JsonException("It is empty.");
            return Record(ref json);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or ArgumentException)
        {
            // What the reader says of a token of another kind, or of a number out of range.
            throw new JsonException(e.Message, e);
        }
    }

    private TelemetryRecord Record(ref Utf8JsonReader json)
    {
        var verdict = false;
        string? session = null, asset = null, rule = null, cdn = null, trace = null;
        var (part, quarantined) = (0, false);
        long? at = null, received = null;
        SessionClaims? claims = null;
        PlayerInfo? player = null;
        IReadOnlyList<PlaybackEvent>? events = null;
        while (Next(ref json, out var name))
        {
            switch (name)
            {
                case 'v' when json.GetInt32() is var version and not TelemetryRecord.CurrentVersion:
                    throw new JsonException($"Version {version} of records isn't known.");
                case 'k':
                    verdict = json.ValueTextEquals("verdict"u8) || (!json.ValueTextEquals("beacon"u8) ? throw new JsonException("A record of another kind.") : false);
                    break;
                case 'r': received = json.GetInt64(); break;
                case 's': claims = Claims(ref json); break;
                case 'p': player = Player(ref json); break;
                case 'c': cdn = _texts.Get(ref json); break;
                case 'n': trace = json.GetString(); break;
                case 'e': events = Events(ref json); break;
                case 'i': session = _texts.Get(ref json); break;
                case 'a': asset = _texts.Get(ref json); break;
                case 'b': part = json.GetInt32(); break;
                case 'q': quarantined = json.GetBoolean(); break;
                case 'u': rule = _texts.Get(ref json); break;
                case 't': at = json.GetInt64(); break;
                default: json.Skip(); break;
            }
        }

        return verdict
            ? new VerdictRecord(session ?? throw Missing("i"), asset ?? throw Missing("a"), part, quarantined, rule ?? throw Missing("u"), at ?? throw Missing("t"))
            : new BeaconRecord(claims ?? throw Missing("s"), player ?? throw Missing("p"), received ?? throw Missing("r"), events ?? throw Missing("e")) { Cdn = cdn, TraceParent = trace };
    }

    private SessionClaims Claims(ref Utf8JsonReader json)
    {
        string? session = null, asset = null, playback = null, owner = null, channel = null, country = null;
        double? duration = null;
        long? started = null;
        ulong? viewer = null;
        var (device, source, suspicions, bucket) = (DeviceKind.Other, TrafficSource.Direct, Suspicions.None, 0);
        while (Next(ref json, out var name))
        {
            switch (name)
            {
                case 'i': session = json.GetString(); break;
                case 'a': asset = _texts.Get(ref json); break;
                case 'p': playback = _texts.Get(ref json); break;
                case 'o': owner = _texts.Get(ref json); break;
                case 'c': channel = _texts.Get(ref json); break;
                case 'd': duration = json.GetDouble(); break;
                case 't': started = json.GetInt64(); break;
                case 'w':
                    viewer = Utf8Parser.TryParse(json.ValueSpan, out ulong hash, out var read, 'x') && read == json.ValueSpan.Length ? hash : throw Missing("w");
                    break;
                case 'l': country = _texts.Get(ref json); break;
                case 'y': device = RecordWords.DeviceOf(json.ValueSpan); break;
                case 'f': source = RecordWords.SourceOf(json.ValueSpan); break;
                case 'x': suspicions = (Suspicions)json.GetInt32(); break;
                case 'b': bucket = json.GetInt32(); break;
                default: json.Skip(); break;
            }
        }

        return new SessionClaims
        {
            SessionId = session ?? throw Missing("s.i"),
            AssetId = asset ?? throw Missing("s.a"),
            PlaybackId = playback ?? throw Missing("s.p"),
            OwnerId = owner ?? throw Missing("s.o"),
            ChannelId = channel,
            DurationSeconds = duration,
            StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(started ?? throw Missing("s.t")),
            Viewer = viewer ?? throw Missing("s.w"),
            Country = country ?? "ZZ",
            Device = device,
            Source = source,
            Suspicions = suspicions,
            Bucket = bucket,
        };
    }

    private PlayerInfo Player(ref Utf8JsonReader json)
    {
        Enter(ref json, JsonTokenType.StartArray);
        var player = new PlayerInfo(Item(ref json), Item(ref json), Item(ref json));
        return json.Read() && json.TokenType == JsonTokenType.EndArray ? player : throw Missing("p");
    }

    private string Item(ref Utf8JsonReader json) => json.Read() ? _texts.Get(ref json) : throw Missing("p");

    private List<PlaybackEvent> Events(ref Utf8JsonReader json)
    {
        Enter(ref json, JsonTokenType.StartArray);
        var events = new List<PlaybackEvent>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            events.Add(Event(ref json));
        return events;
    }

    private PlaybackEvent Event(ref Utf8JsonReader json)
    {
        int? seq = null, startup = null, duration = null, height = null, kbps = null;
        PlaybackEventType? type = null;
        long? at = null;
        PlaybackTotals? totals = null;
        double? position = null, from = null, to = null;
        string? codec = null, code = null, message = null, cmcd = null;
        bool? hidden = null, fatal = null;
        while (Next(ref json, out var name))
        {
            switch (name)
            {
                case 'q': seq = json.GetInt32(); break;
                case 'y': type = RecordWords.TypeOf(json.ValueSpan); break;
                case 't': at = json.GetInt64(); break;
                case 'o': totals = Totals(ref json); break;
                case 'p': position = json.GetDouble(); break;
                case 's': startup = json.GetInt32(); break;
                case 'd': duration = json.GetInt32(); break;
                case 'f': from = json.GetDouble(); break;
                case 'g': to = json.GetDouble(); break;
                case 'h': height = json.GetInt32(); break;
                case 'b': kbps = json.GetInt32(); break;
                case 'c': codec = _texts.Get(ref json); break;
                case 'i': hidden = json.GetBoolean(); break;
                case 'e': code = _texts.Get(ref json); break;
                case 'x': fatal = json.GetBoolean(); break;
                case 'm': message = json.GetString(); break;
                case 'z': cmcd = json.GetString(); break;
                default: json.Skip(); break;
            }
        }

        return new PlaybackEvent(seq ?? throw Missing("e.q"), type ?? throw Missing("e.y"), at ?? throw Missing("e.t"), totals ?? throw Missing("e.o"))
        {
            Position = position,
            StartupMs = startup,
            DurationMs = duration,
            From = from,
            To = to,
            Height = height,
            Kbps = kbps,
            Codec = codec,
            Hidden = hidden,
            Code = code,
            Fatal = fatal,
            Message = message,
            Cmcd = cmcd,
        };
    }

    private static PlaybackTotals Totals(ref Utf8JsonReader json)
    {
        Enter(ref json, JsonTokenType.StartArray);
        var totals = new PlaybackTotals(
            Long(ref json), Long(ref json), Int(ref json), Int(ref json), Long(ref json), Int(ref json), Int(ref json), Long(ref json), Long(ref json), Long(ref json), Parts(ref json));
        return json.Read() && json.TokenType == JsonTokenType.EndArray ? totals : throw Missing("e.o");
    }

    private static long Long(ref Utf8JsonReader json) => json.Read() ? json.GetInt64() : throw Missing("e.o");

    private static int Int(ref Utf8JsonReader json) => json.Read() ? json.GetInt32() : throw Missing("e.o");

    private static WatchedParts Parts(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.String && WatchedParts.TryParse(json.ValueSpan, out var parts) ? parts : throw Missing("e.o");

    private static void Enter(ref Utf8JsonReader json, JsonTokenType kind)
    {
        if (json.TokenType != kind)
            throw new JsonException("A list was expected.");
    }

    /// <summary>Moves to the value of the object's next property; its name is a letter, or <c>?</c> where it is none of ours.</summary>
    private static bool Next(ref Utf8JsonReader json, out char name)
    {
        if (json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject) && json.CurrentDepth == 0)
            throw new JsonException("An object was expected.");
        name = '?';
        if (!json.Read() || json.TokenType == JsonTokenType.EndObject)
            return false;
        if (json.TokenType != JsonTokenType.PropertyName)
            throw new JsonException("An object was expected.");
        if (json.ValueSpan.Length == 1)
            name = (char)json.ValueSpan[0];
        json.Read();
        return true;
    }

    private static JsonException Missing(string name) => new($"'{name}' is missing, or isn't what it must be.");
}

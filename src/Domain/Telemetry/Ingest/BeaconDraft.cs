using System.Buffers;
using System.Text;
using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>A beacon while it is read: its members come in any order, and only its token says what its events are worth.</summary>
internal ref struct BeaconDraft
{
    private const int MostHost = 253;
    private static readonly SearchValues<byte> HostLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]"u8);
    private static readonly PlayerInfo Unknown = new("unknown", "", "other");

    private bool _hasSession, _hasSentAt, _hasEvents;

    public BeaconDraft()
    {
    }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>At the token's string.</summary>
    public Utf8JsonReader Session { get; private set; }

    public long SentAt { get; private set; }

    /// <summary>At the start of the array.</summary>
    public Utf8JsonReader Events { get; private set; }

    public PlayerInfo Player { get; private set; } = Unknown;
    public string? Cdn { get; private set; }

    /// <summary>Reads the value at which <paramref name="json"/> stands, to its end.</summary>
    public void Read(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            Fault = "it is no object";
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref json);
        }

        Fault ??= !_hasSession ? "session, the token of the session, is missing"
            : !_hasSentAt ? "sentAt, when it was sent in milliseconds since 1970, is missing"
            : !_hasEvents ? "events is missing"
            : null;
    }

    private void ReadMember(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("session"u8))
        {
            json.Read();
            _hasSession = json.TokenType == JsonTokenType.String;
            Session = json;
        }
        else if (json.ValueTextEquals("sentAt"u8))
        {
            json.Read();
            _hasSentAt = JsonNumbers.TryRead(ref json, 0, JsonNumbers.LatestTime, out var sentAt);
            SentAt = sentAt;
        }
        else if (json.ValueTextEquals("events"u8))
        {
            json.Read();
            _hasEvents = json.TokenType == JsonTokenType.StartArray;
            Events = json;
        }
        else if (json.ValueTextEquals("player"u8))
        {
            json.Read();
            ReadPlayer(ref json);
        }
        else if (json.ValueTextEquals("cdn"u8))
        {
            json.Read();
            ReadCdn(ref json);
        }
        else
        {
            json.Read();
        }

        json.Skip();
    }

    private void ReadCdn(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (json.TokenType != JsonTokenType.String || json.ValueIsEscaped || json.ValueSpan.Length is 0 or > MostHost || json.ValueSpan.ContainsAnyExcept(HostLetters))
        {
            Fault ??= "cdn must be a host, with its port where it has one";
            return;
        }

        Cdn = Encoding.ASCII.GetString(json.ValueSpan).ToLowerInvariant();
    }

    private void ReadPlayer(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Fault ??= "player must be an object with name, version and engine";
            return;
        }

        var (name, version, engine) = (Unknown.Name, Unknown.Version, Unknown.Engine);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("name"u8))
            {
                name = ReadText(ref json) ?? name;
            }
            else if (json.ValueTextEquals("version"u8))
            {
                version = ReadText(ref json) ?? version;
            }
            else if (json.ValueTextEquals("engine"u8))
            {
                engine = ReadText(ref json) is ("hls.js" or "shaka" or "native") and var known ? known : Unknown.Engine;
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        Player = new PlayerInfo(name, version, engine);
    }

    private string? ReadText(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String && json.ValueSpan.Length <= PlayerInfo.MaxLength && JsonTexts.TryRead(ref json) is { } text)
        {
            return text;
        }

        json.Skip();
        Fault ??= $"what it says of the player must be texts of at most {PlayerInfo.MaxLength} characters";
        return null;
    }
}

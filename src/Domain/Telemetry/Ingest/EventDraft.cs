using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>An event while it is read.</summary>
internal struct EventDraft
{
    private const int MostSeq = 10_000_000, MostMs = 25 * 3600 * 1000;
    private const double MostSeconds = 10_000_000;

    private string? _fault;
    private bool _hasTotals;
    private TotalsDraft _totals;
    private PlaybackEventType? _type;
    private long? _seq, _at, _startupMs, _durationMs, _height, _kbps;
    private double? _position, _from, _to;
    private bool? _hidden, _fatal;
    private string? _code, _message, _codec, _cmcd;

    /// <summary>Reads the value at which <paramref name="json"/> stands, to its end.</summary>
    public void Read(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            _fault = "it is no object";
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref json);
            json.Skip();
        }
    }

    /// <summary>Why it is not taken; null when it is.</summary>
    public readonly Error? ToEvent(EventClock clock, out PlaybackEvent? told)
    {
        told = null;
        if ((_fault ?? Missing()) is { } why)
        {
            return IngestErrors.EventInvalid(why);
        }

        if (_totals.Contradiction is { } impossible)
        {
            return IngestErrors.TotalsImpossible(impossible);
        }

        if (clock.TimeOf(_at!.Value) is not { } at)
        {
            return IngestErrors.TooLate();
        }

        told = new PlaybackEvent((int)_seq!, _type!.Value, at, _totals.Totals)
        {
            Position = _position,
            StartupMs = Only(PlaybackEventType.Playing, _startupMs),
            DurationMs = Only(PlaybackEventType.Stall, _durationMs),
            From = _type == PlaybackEventType.Seek ? _from : null,
            To = _type == PlaybackEventType.Seek ? _to : null,
            Height = Only(PlaybackEventType.Rung, _height),
            Kbps = Only(PlaybackEventType.Rung, _kbps),
            Codec = _type == PlaybackEventType.Rung ? _codec : null,
            Hidden = _type == PlaybackEventType.Visibility ? _hidden : null,
            Code = _type == PlaybackEventType.Error ? _code : null,
            Fatal = _type == PlaybackEventType.Error ? _fatal : null,
            Message = _type == PlaybackEventType.Error ? _message : null,
            Cmcd = _cmcd,
        };
        return null;
    }

    private readonly int? Only(PlaybackEventType type, long? value) => _type == type ? (int?)value : null;

    private readonly string? Missing() =>
        _seq is null ? "seq is missing"
        : _type is null ? "type is missing"
        : _at is null ? "at is missing"
        : !_hasTotals ? "totals is missing"
        : _type switch
        {
            PlaybackEventType.Playing when _startupMs is null => "startupMs is missing",
            PlaybackEventType.Stall when _durationMs is null => "durationMs is missing",
            PlaybackEventType.Seek when _from is null || _to is null => "from or to is missing",
            PlaybackEventType.Visibility when _hidden is null => "hidden is missing",
            PlaybackEventType.Error when _code is null => "code is missing",
            _ => null,
        };

    private void ReadMember(ref Utf8JsonReader json)
    {
        // By length and letter: an event has a dozen members, and there are very many events.
        var name = json.ValueSpan;
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("at"u8):
                _at = Whole(ref json, "at", 0, JsonNumbers.LatestTime);
                break;
            case 2 when name.SequenceEqual("to"u8):
                _to = Seconds(ref json, "to");
                break;
            case 3 when name.SequenceEqual("seq"u8):
                _seq = Whole(ref json, "seq", 1, MostSeq);
                break;
            case 4 when name.SequenceEqual("type"u8):
                ReadType(ref json);
                break;
            case 4 when name.SequenceEqual("from"u8):
                _from = Seconds(ref json, "from");
                break;
            case 4 when name.SequenceEqual("kbps"u8):
                _kbps = Whole(ref json, "kbps", 0, 10_000_000);
                break;
            case 4 when name.SequenceEqual("code"u8):
                _code = Text(ref json, "code", PlaybackEvent.MaxCodeLength);
                break;
            case 4 when name.SequenceEqual("cmcd"u8):
                _cmcd = Text(ref json, "cmcd", PlaybackEvent.MaxCmcdLength) is { } cmcd ? Cmcd.Understood(cmcd) : null;
                break;
            case 5 when name.SequenceEqual("codec"u8):
                _codec = Text(ref json, "codec", PlaybackEvent.MaxCodecLength);
                break;
            case 5 when name.SequenceEqual("fatal"u8):
                _fatal = Flag(ref json, "fatal");
                break;
            case 6 when name.SequenceEqual("totals"u8):
                json.Read();
                _hasTotals = true;
                _totals = new TotalsDraft();
                _fault = _totals.Read(ref json) is { } fault ? _fault ?? fault : _fault;
                break;
            case 6 when name.SequenceEqual("height"u8):
                _height = Whole(ref json, "height", 0, 100_000);
                break;
            case 6 when name.SequenceEqual("hidden"u8):
                _hidden = Flag(ref json, "hidden");
                break;
            case 7 when name.SequenceEqual("message"u8):
                json.Read();
                _message = json.TokenType == JsonTokenType.String ? ErrorMessages.Shown(JsonTexts.TryRead(ref json)) : null;
                break;
            case 8 when name.SequenceEqual("position"u8):
                _position = Seconds(ref json, "position");
                break;
            case 9 when name.SequenceEqual("startupMs"u8):
                _startupMs = Whole(ref json, "startupMs", 0, MostMs);
                break;
            case 10 when name.SequenceEqual("durationMs"u8):
                _durationMs = Whole(ref json, "durationMs", 0, MostMs);
                break;
            default:
                json.Read();
                break;
        }
    }

    private void ReadType(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String && !json.ValueIsEscaped && EventTypes.Of(json.ValueSpan) is { } type)
        {
            _type = type;
        }
        else
        {
            _fault ??= "type is none that is known";
        }
    }

    private long? Whole(ref Utf8JsonReader json, string name, long least, long most)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (JsonNumbers.TryRead(ref json, least, most, out var number))
        {
            return number;
        }

        _fault ??= $"{name} must be a number from {least} to {most}";
        return null;
    }

    private double? Seconds(ref Utf8JsonReader json, string name)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (JsonNumbers.TryRead(ref json, 0.0, MostSeconds, out var number))
        {
            return number;
        }

        _fault ??= $"{name} must be a number of seconds from 0 to {MostSeconds}";
        return null;
    }

    private bool? Flag(ref Utf8JsonReader json, string name)
    {
        json.Read();
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return json.GetBoolean();
        }

        _fault ??= $"{name} must be true or false";
        return null;
    }

    private string? Text(ref Utf8JsonReader json, string name, int most)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (json.TokenType == JsonTokenType.String && JsonTexts.TryRead(ref json) is { } text && text.Length <= most)
        {
            return text;
        }

        _fault ??= $"{name} must be a text of at most {most} characters";
        return null;
    }
}

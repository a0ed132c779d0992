using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>The totals of an event while they are read. One that isn't there is zero.</summary>
internal struct TotalsDraft
{
    /// <summary>A session can tell for 24 hours; an hour more for clocks.</summary>
    private const long MostMs = 25 * 3600 * 1000L;

    private const long MostCount = 10_000_000, MostBytes = 100_000_000_000_000, MostBitrateMs = MostMs * MostKbps;

    /// <summary>No rung of any ladder has so many.</summary>
    private const long MostKbps = 1_000_000;

    /// <summary>Players take their figures one after the other.</summary>
    private const long SlackMs = 1000;

    private long _watchedMs, _stalledMs, _bitrateMs, _downscaledMs, _hiddenMs, _bytes, _stalls, _seeks, _dropped, _changes;
    private WatchedParts _watched;
    private string? _fault;

    public readonly PlaybackTotals Totals => new(
        _watchedMs, _stalledMs, (int)_stalls, (int)_seeks, _bitrateMs, (int)_dropped, (int)_changes, _downscaledMs, _hiddenMs, _bytes, _watched);

    /// <summary>What can't be of what each by itself could; null when all can. Whether it is likely is judged later, by rules that can be taken back.</summary>
    public readonly string? Contradiction =>
        _downscaledMs > _watchedMs + SlackMs ? "downscaledMs is more than watchedMs"
        : _hiddenMs > _watchedMs + SlackMs ? "hiddenMs is more than watchedMs"
        : _bitrateMs > (_watchedMs + SlackMs) * MostKbps ? "bitrateMs over watchedMs is more than any rung has"
        : _stalls == 0 && _stalledMs > 0 ? "stalledMs without stalls"
        : null;

    /// <summary>Reads the value at which <paramref name="json"/> stands, to its end; what is wrong with it, or null.</summary>
    public string? Read(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return "totals must be an object";
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref json);
            json.Skip();
        }

        return _fault;
    }

    private void ReadMember(ref Utf8JsonReader json)
    {
        var name = json.ValueSpan;
        switch (name.Length)
        {
            case 5 when name.SequenceEqual("seeks"u8):
                _seeks = Whole(ref json, "seeks", MostCount);
                break;
            case 5 when name.SequenceEqual("bytes"u8):
                _bytes = Whole(ref json, "bytes", MostBytes);
                break;
            case 6 when name.SequenceEqual("stalls"u8):
                _stalls = Whole(ref json, "stalls", MostCount);
                break;
            case 7 when name.SequenceEqual("watched"u8):
                json.Read();
                if (json.TokenType != JsonTokenType.String || json.ValueIsEscaped || !WatchedParts.TryParse(json.ValueSpan, out _watched))
                {
                    _fault ??= $"totals.watched must be {WatchedParts.Digits} hexadecimal digits";
                }

                break;
            case 8 when name.SequenceEqual("hiddenMs"u8):
                _hiddenMs = Whole(ref json, "hiddenMs", MostMs);
                break;
            case 9 when name.SequenceEqual("watchedMs"u8):
                _watchedMs = Whole(ref json, "watchedMs", MostMs);
                break;
            case 9 when name.SequenceEqual("stalledMs"u8):
                _stalledMs = Whole(ref json, "stalledMs", MostMs);
                break;
            case 9 when name.SequenceEqual("bitrateMs"u8):
                _bitrateMs = Whole(ref json, "bitrateMs", MostBitrateMs);
                break;
            case 11 when name.SequenceEqual("rungChanges"u8):
                _changes = Whole(ref json, "rungChanges", MostCount);
                break;
            case 12 when name.SequenceEqual("downscaledMs"u8):
                _downscaledMs = Whole(ref json, "downscaledMs", MostMs);
                break;
            case 13 when name.SequenceEqual("droppedFrames"u8):
                _dropped = Whole(ref json, "droppedFrames", MostCount);
                break;
            default:
                json.Read();
                break;
        }
    }

    private long Whole(ref Utf8JsonReader json, string name, long most)
    {
        json.Read();
        if (JsonNumbers.TryRead(ref json, 0, most, out var number))
        {
            return number;
        }

        _fault ??= $"totals.{name} must be a number from 0 to {most}";
        return 0;
    }
}

using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>
/// Reads what players send, in one pass and without making more objects than are kept. What is wrong with one event, or one
/// beacon, costs no other; only what is no JSON at all is refused as a whole.
/// </summary>
internal sealed class BeaconReader(SessionTokenReader tokens, DateTimeOffset receivedAt)
{
    public const int MostBeacons = 10, MostEvents = 100;

    private readonly List<BeaconRecord> _records = [];
    private readonly List<RejectedEvent> _rejected = [];
    private readonly long _received = receivedAt.ToUnixTimeMilliseconds();
    private int _accepted;

    /// <summary>What the body holds; null when it is not <c>{ "beacons": […] }</c>.</summary>
    /// <param name="takes">Asked once for each session that tells something: false when it tells too often.</param>
    public ReadBeacons? Read(ReadOnlySpan<byte> body, Func<string, bool> takes)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            return ReadRoot(ref json, takes) ? new ReadBeacons(_records, _accepted, _rejected) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is said of names that are no Unicode.
            return null;
        }
    }

    private bool ReadRoot(ref Utf8JsonReader json, Func<string, bool> takes)
    {
        var found = false;
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var beacons = !found && json.ValueTextEquals("beacons"u8);
            json.Read();
            if (!beacons)
            {
                json.Skip();
                continue;
            }

            if (json.TokenType != JsonTokenType.StartArray)
            {
                return false;
            }

            found = true;
            ReadAll(ref json, takes);
        }

        // The rest is read too: what follows must be the end.
        while (json.Read())
        {
        }

        return found;
    }

    private void ReadAll(ref Utf8JsonReader json, Func<string, bool> takes)
    {
        for (var beacon = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; beacon++)
        {
            if (beacon < MostBeacons)
            {
                ReadOne(beacon, ref json, takes);
                continue;
            }

            json.Skip();
            if (beacon == MostBeacons)
            {
                Reject(beacon, null, IngestErrors.TooMany("beacons", MostBeacons));
            }
        }
    }

    private void ReadOne(int beacon, ref Utf8JsonReader json, Func<string, bool> takes)
    {
        var draft = new BeaconDraft();
        draft.Read(ref json);
        if (draft.Fault is { } why)
        {
            Reject(beacon, null, IngestErrors.BeaconInvalid(why));
            return;
        }

        var token = draft.Session;
        var claims = token.ValueIsEscaped ? IngestErrors.TokenInvalid() : tokens.Read(token.ValueSpan, receivedAt);
        if (!claims.Succeeded || !takes(claims.Value.SessionId))
        {
            Reject(beacon, null, claims.Error ?? IngestErrors.SessionLimited());
            return;
        }

        var events = ReadEvents(beacon, draft.Events, new EventClock(claims.Value.StartedAt.ToUnixTimeMilliseconds(), _received, draft.SentAt));
        if (events.Count > 0)
        {
            _accepted += events.Count;
            _records.Add(new BeaconRecord(claims.Value, draft.Player, _received, events) { Cdn = draft.Cdn });
        }
    }

    private List<PlaybackEvent> ReadEvents(int beacon, Utf8JsonReader json, EventClock clock)
    {
        var events = new List<PlaybackEvent>();
        for (var index = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index >= MostEvents)
            {
                Reject(beacon, index, IngestErrors.TooMany("events of a beacon", MostEvents));
                break;
            }

            var draft = new EventDraft();
            draft.Read(ref json);
            if (draft.ToEvent(clock, out var told) is { } refused)
            {
                Reject(beacon, index, refused);
            }
            else
            {
                events.Add(told!);
            }
        }

        return events;
    }

    private void Reject(int beacon, int? index, Error why) => _rejected.Add(new RejectedEvent(beacon, index, why.Code, why.Message));
}

using System.Text.Json.Nodes;
using StreamPlatform.Domain.Operations.Limits;
using StreamPlatform.Domain.Telemetry.Ingest;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;
using static StreamPlatform.Domain.Tests.Telemetry.Ingest.Players;

namespace StreamPlatform.Domain.Tests.Telemetry.Ingest;

public sealed class TakeBeaconsTests : IAsyncLifetime
{
    private readonly Players _players = new();
    private string _token = "";

    public async Task InitializeAsync() => _token = await _players.TokenAsync();

    public Task DisposeAsync() => _players.DisposeAsync().AsTask();

    [Fact]
    public async Task What_a_player_tells_goes_on_with_what_the_platform_knows_of_its_session()
    {
        var now = _players.Now;
        _players.Clock.Advance(TimeSpan.FromMinutes(1));
        var taken = await _players.TellAsync(_players.Beacon(
            _token,
            Event(1, "attempt", now + 100),
            Event(2, "playing", now + 900, new { startupMs = 812.4, position = 0.04 }),
            Event(3, "stall", now + 9000, new { durationMs = 250 }),
            Event(4, "seek", now + 10_000, new { from = 9.5, to = 80 }),
            Event(5, "rung", now + 11_000, new { height = 1080, kbps = 4500, codec = "avc1.640028" }),
            Event(6, "visibility", now + 12_000, new { hidden = true }),
            Event(7, "error", now + 13_000, new { code = "network", fatal = false, message = "GET https://a.example/seg-1.m4s?token=secret failed" }),
            Event(8, "exit", now + 14_000, new { cmcd = "sid=\"abc\",br=3200,x-own=1" })));

        Assert.Equal((8, 0), (taken.Accepted, taken.Rejected.Count));
        var beacon = Assert.Single(_players.Beacons);
        Assert.Equal(_players.Claims() with { StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(now) }, beacon.Claims);
        Assert.Equal((new PlayerInfo("stream-player", "0.1.0", "hls.js"), "edge.example.com", _players.Now), (beacon.Player, beacon.Cdn, beacon.ReceivedAt));
        Assert.Equal(Enum.GetValues<PlaybackEventType>().Except([PlaybackEventType.Heartbeat, PlaybackEventType.Pause, PlaybackEventType.Resume, PlaybackEventType.Ended]), beacon.Events.Select(told => told.Type));
        Assert.Equal([100, 900, 9000, 10_000, 11_000, 12_000, 13_000, 14_000], beacon.Events.Select(told => (int)(told.At - now)));
        Assert.Equal((812, 250, 9.5, 80, 1080, 4500, "avc1.640028", true), (
            beacon.Events[1].StartupMs, beacon.Events[2].DurationMs, beacon.Events[3].From, beacon.Events[3].To,
            beacon.Events[4].Height, beacon.Events[4].Kbps, beacon.Events[4].Codec, beacon.Events[5].Hidden));
        Assert.Equal(("network", false, "GET https://a.example/seg-1.m4s?… failed"), (beacon.Events[6].Code, beacon.Events[6].Fatal, beacon.Events[6].Message));
        Assert.Equal("br=3200,sid=\"abc\"", beacon.Events[7].Cmcd);
    }

    [Fact]
    public async Task All_totals_are_read()
    {
        var totals = new
        {
            watchedMs = 61_000.6, stalledMs = 500, stalls = 2, seeks = 3, bitrateMs = 180_000_000, droppedFrames = 4, rungChanges = 5, downscaledMs = 6, hiddenMs = 7, bytes = 8, watched = "8000000000000000000000001",
        };
        await _players.TellAsync(_players.Beacon(_token, Event(1, "heartbeat", _players.Now, new { totals })));

        Assert.Equal(new PlaybackTotals(61_001, 500, 2, 3, 180_000_000, 4, 5, 6, 7, 8, default(WatchedParts).With(0).With(99)), Assert.Single(_players.Events).Totals);
    }

    [Theory]
    [InlineData("telemetry.event_invalid", """{ "seq": 0 }""")]
    [InlineData("telemetry.event_invalid", """{ "seq": "1" }""")]
    [InlineData("telemetry.event_invalid", """{ "seq": null }""")]
    [InlineData("telemetry.event_invalid", """{ "type": "verdict" }""")]
    [InlineData("telemetry.event_invalid", """{ "type": 3 }""")]
    [InlineData("telemetry.event_invalid", """{ "type": "playing" }""")]
    [InlineData("telemetry.event_invalid", """{ "type": "playing", "startupMs": -1 }""")]
    [InlineData("telemetry.event_invalid", """{ "type": "stall" }""")]
    [InlineData("telemetry.event_invalid", """{ "type": "seek", "from": 1 }""")]
    [InlineData("telemetry.event_invalid", """{ "type": "visibility", "hidden": "yes" }""")]
    [InlineData("telemetry.event_invalid", """{ "type": "error" }""")]
    [InlineData("telemetry.event_invalid", """{ "type": "error", "code": "01234567890123456789012345678901234567890123456789012345678901234" }""")]
    [InlineData("telemetry.event_invalid", """{ "at": null }""")]
    [InlineData("telemetry.event_invalid", """{ "at": 1e300 }""")]
    [InlineData("telemetry.event_invalid", """{ "position": [1, { "a": 2 }] }""")]
    [InlineData("telemetry.event_invalid", """{ "totals": [] }""")]
    [InlineData("telemetry.event_invalid", """{ "totals": { "watchedMs": -1 } }""")]
    [InlineData("telemetry.event_invalid", """{ "totals": { "watchedMs": 90000001 } }""")]
    [InlineData("telemetry.event_invalid", """{ "totals": { "watchedMs": {} } }""")]
    [InlineData("telemetry.event_invalid", """{ "totals": { "watched": "8" } }""")]
    [InlineData("telemetry.totals_impossible", """{ "totals": { "watchedMs": 1000, "hiddenMs": 3000 } }""")]
    [InlineData("telemetry.totals_impossible", """{ "totals": { "watchedMs": 1000, "downscaledMs": 3000 } }""")]
    [InlineData("telemetry.totals_impossible", """{ "totals": { "watchedMs": 1000, "bitrateMs": 9000000000000 } }""")]
    [InlineData("telemetry.totals_impossible", """{ "totals": { "stalledMs": 1000 } }""")]
    [InlineData("telemetry.too_late", """{ "at": 1 }""")]
    public async Task A_bad_event_is_told_with_its_reason_and_spoils_no_good_one(string code, string wrong)
    {
        var bad = Event(2, "heartbeat", _players.Now);
        foreach (var (name, value) in JsonNode.Parse(wrong)!.AsObject().ToList())
            bad[name] = value?.DeepClone();

        var taken = await _players.TellAsync(
            _players.Beacon(_token, Event(1, "heartbeat", _players.Now), bad, Event(3, "heartbeat", _players.Now)), _players.Beacon(_token, Event(4, "heartbeat", _players.Now)));

        var rejected = Assert.Single(taken.Rejected);
        Assert.Equal((3, 0, 1, code), (taken.Accepted, rejected.Beacon, rejected.Event, rejected.Code));
        Assert.EndsWith(".", rejected.Reason, StringComparison.Ordinal);
        Assert.Equal([1, 3, 4], _players.Events.Select(told => told.Seq));
    }

    [Theory]
    [InlineData("telemetry.beacon_invalid", "7")]
    [InlineData("telemetry.beacon_invalid", "{}")]
    [InlineData("telemetry.beacon_invalid", """{ "session": 3, "sentAt": 1, "events": [] }""")]
    [InlineData("telemetry.beacon_invalid", """{ "session": "a", "events": [] }""")]
    [InlineData("telemetry.beacon_invalid", """{ "session": "a", "sentAt": "now", "events": [] }""")]
    [InlineData("telemetry.beacon_invalid", """{ "session": "a", "sentAt": 1, "events": { "seq": 1 } }""")]
    [InlineData("telemetry.beacon_invalid", """{ "session": "a", "sentAt": 1, "events": [], "player": "hls.js" }""")]
    [InlineData("telemetry.beacon_invalid", """{ "session": "a", "sentAt": 1, "events": [], "player": { "name": "a name that is longer than any name" } }""")]
    [InlineData("telemetry.beacon_invalid", """{ "session": "a", "sentAt": 1, "events": [], "cdn": "https://edge.example/path" }""")]
    [InlineData("telemetry.token_invalid", """{ "session": "a", "sentAt": 1, "events": [{}] }""")]
    public async Task A_bad_beacon_is_told_with_its_reason_and_spoils_no_good_one(string code, string wrong)
    {
        var taken = await _players.TellAsync(JsonNode.Parse(wrong)!, _players.Beacon(_token, Event(1, "heartbeat", _players.Now)));

        var rejected = Assert.Single(taken.Rejected);
        Assert.Equal((1, 0, null, code), (taken.Accepted, rejected.Beacon, rejected.Event, rejected.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("beacons")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "beacons": {} }""")]
    [InlineData("""{ "beacons": [ }""")]
    [InlineData("""{ "beacons": [] } x""")]
    public async Task What_is_no_such_JSON_is_refused_as_a_whole(string body)
    {
        var taken = await _players.RawAsync(body);

        Assert.True(taken.Succeeded);
        Assert.Null(taken.Value);
    }

    [Fact]
    public async Task Of_a_body_that_breaks_off_nothing_is_taken()
    {
        var body = new JsonObject { ["beacons"] = new JsonArray(_players.Beacon(_token, Event(1, "heartbeat", _players.Now))) }.ToJsonString();

        Assert.Null((await _players.RawAsync(body[..^1])).Value);
        Assert.Empty(_players.Stream.Records);
    }

    [Fact]
    public async Task The_clock_of_a_client_need_not_be_right()
    {
        var clientNow = 1_000_000L;
        _players.Clock.Advance(TimeSpan.FromMinutes(10));

        await _players.TellAsync(Beacon(_token, clientNow, Event(1, "heartbeat", clientNow - 60_000), Event(2, "heartbeat", clientNow + 5000), Event(3, "heartbeat", clientNow - 3_000_000 + 2_100_000 + 60_000)));

        Assert.Equal([_players.Now - 60_000, _players.Now, _players.Now - 600_000], _players.Events.Select(told => told.At));
    }

    [Fact]
    public async Task Tokens_count_until_they_expire_and_no_longer()
    {
        _players.Clock.Advance(SessionClaims.Lifetime - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, (await _players.TellAsync(_players.Beacon(_token, Event(1, "heartbeat", _players.Now)))).Accepted);
        _players.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("telemetry.token_expired", Assert.Single((await _players.TellAsync(_players.Beacon(_token, Event(1, "heartbeat", _players.Now)))).Rejected).Code);
    }

    [Fact]
    public async Task A_token_that_was_changed_or_signed_by_others_is_none()
    {
        await using var others = new Players();
        var parts = _token.Split('.');
        var own = await _players.TokenAsync(_players.Claims("ses_two"));
        string[] forged =
        [
            "", ".", "..", "key-0..", $"{parts[0]}.{parts[1]}", $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}.{parts[2]}=", $"{parts[0]}.{own.Split('.')[1]}.{parts[2]}", $"key-1.{parts[1]}.{parts[2]}",
            _token[..^2] + (_token[^2] == 'A' ? "BA" : "AA"), await others.TokenAsync(), new string('a', 5000),
        ];

        foreach (var token in forged)
            Assert.Equal("telemetry.token_invalid", Assert.Single((await _players.TellAsync(_players.Beacon(token, Event(1, "heartbeat", _players.Now)))).Rejected).Code);
        Assert.Empty(_players.Stream.Records);
    }

    [Fact]
    public async Task A_rotated_key_still_reads_what_it_signed_and_a_forgotten_one_does_not()
    {
        _players.Rotate();
        Assert.StartsWith("key-1.", await _players.TokenAsync(), StringComparison.Ordinal);
        Assert.Equal(1, (await _players.TellAsync(_players.Beacon(_token, Event(1, "heartbeat", _players.Now)))).Accepted);
        _players.Forget();
        Assert.Equal(0, (await _players.TellAsync(_players.Beacon(_token, Event(1, "heartbeat", _players.Now)))).Accepted);
    }

    [Fact]
    public async Task What_is_beyond_ten_beacons_and_a_hundred_events_is_left()
    {
        JsonNode[] events = [.. Enumerable.Range(1, 102).Select(seq => Event(seq, "heartbeat", _players.Now))];
        var many = await _players.TellAsync(_players.Beacon(_token, events));
        Assert.Equal((100, 0, 100, "telemetry.too_many"), (many.Accepted, many.Rejected[0].Beacon, many.Rejected[0].Event, Assert.Single(many.Rejected).Code));

        var beacons = await _players.TellAsync([.. Enumerable.Range(1, 12).Select(seq => _players.Beacon(_token, Event(seq, "heartbeat", _players.Now)))]);
        Assert.Equal((10, 10, null, "telemetry.too_many"), (beacons.Accepted, beacons.Rejected[0].Beacon, beacons.Rejected[0].Event, Assert.Single(beacons.Rejected).Code));
    }

    [Fact]
    public async Task A_session_that_tells_too_often_waits_and_others_do_not()
    {
        await using var players = new Players(new RateLimitOptions { PerSession = 2 });
        var (one, two) = (await players.TokenAsync(), await players.TokenAsync(players.Claims("ses_two")));
        JsonObject Of(string token) => players.Beacon(token, Event(1, "heartbeat", players.Now));

        var taken = await players.TellAsync(Of(one), Of(one), Of(one), Of(two));

        Assert.Equal((3, 2, "telemetry.session_limited"), (taken.Accepted, Assert.Single(taken.Rejected).Beacon, taken.Rejected[0].Code));
        Assert.Equal(TimeSpan.FromSeconds(30), taken.RetryIn);
        players.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, (await players.TellAsync(Of(one))).Accepted);
    }

    [Fact]
    public async Task A_stream_that_takes_no_more_is_told()
    {
        _players.Stream.IsFull = true;
        var body = new JsonObject { ["beacons"] = new JsonArray(_players.Beacon(_token, Event(1, "heartbeat", _players.Now))) }.ToJsonString();

        Assert.Equal(("telemetry.stream_full", 503), (await _players.RawAsync(body)).Error is { } error ? (error.Code, error.Status) : default);
    }

    [Fact]
    public async Task A_long_message_is_cut()
    {
        await _players.TellAsync(_players.Beacon(_token, Event(1, "error", _players.Now, new { code = "a", message = new string('x', 500) })));

        Assert.Equal(new string('x', PlaybackEvent.MaxMessageLength - 1) + "…", Assert.Single(_players.Events).Message);
    }

    /// <summary>As clients do that count letters in UTF-16; what is left is JSON, and no Unicode.</summary>
    [Fact]
    public async Task Of_a_text_that_was_cut_within_a_letter_only_the_code_of_an_error_is_missed()
    {
        var body = new JsonObject { ["beacons"] = new JsonArray(_players.Beacon(
            _token, Event(1, "error", _players.Now, new { code = "a", message = "cut" }), Event(2, "error", _players.Now, new { code = "cut" }), Event(3, "heartbeat", _players.Now))) };

        var taken = await _players.TellAsync(body.ToJsonString().Replace("cut", "\\ud83d", StringComparison.Ordinal));

        Assert.Equal(("telemetry.event_invalid", 1), (Assert.Single(taken.Rejected).Code, taken.Rejected[0].Event));
        Assert.Equal([("a", null), (null, (string?)null)], _players.Events.Select(told => (told.Code, told.Message)));
    }

    [Fact]
    public async Task The_order_of_members_does_not_matter_and_what_is_unknown_is_passed_over()
    {
        var body = $$"""
            { "v": [1, { "beacons": [] }], "beacons": [ { "events": [ { "totals": { "more": { "a": [] }, "watchedMs": 5 }, "x": [[]], "at": 1, "type": "pause", "seq": 9 } ],
              "later": {}, "sentAt": 1, "session": "{{_token}}" } ], "z": null }
            """;

        Assert.Equal(1, (await _players.TellAsync(body)).Accepted);
        Assert.Equal((9, PlaybackEventType.Pause, 5L), Assert.Single(_players.Events) is var told ? (told.Seq, told.Type, told.Totals.WatchedMs) : default);
        Assert.Equal(("unknown", "other", null), Assert.Single(_players.Beacons) is var beacon ? (beacon.Player.Name, beacon.Player.Engine, beacon.Cdn) : default);
    }
}

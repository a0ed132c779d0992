using System.Text;
using System.Text.Json;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Tests.Telemetry.Streams;

public sealed class TelemetryRecordTests
{
    private static readonly SessionClaims Claims = new()
    {
        SessionId = "ses_1",
        AssetId = "asset_1",
        PlaybackId = "play_1",
        OwnerId = "user_1",
        ChannelId = "channel_1",
        DurationSeconds = 93.25,
        StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(1_780_000_000_123),
        Viewer = 0xfedc_ba98_7654_3210,
        Country = "DE",
        Device = DeviceKind.Tv,
        Source = TrafficSource.Embed,
        Suspicions = Suspicions.Datacentre | Suspicions.NoUserAgent,
        Bucket = 3,
    };

    private static readonly PlaybackTotals Totals = new(1, 2, 3, 4, 5_000_000_000_000, 6, 7, 8, 9, 10_000_000_000, default(WatchedParts).With(0).With(35).With(36).With(99));

    private static readonly BeaconRecord Beacon = new(
        Claims,
        new PlayerInfo("stream-player", "0.1.0", "hls.js"),
        1_780_000_009_000,
        [
            new PlaybackEvent(1, PlaybackEventType.Attempt, 1_780_000_000_200, default),
            new PlaybackEvent(2, PlaybackEventType.Playing, 1_780_000_001_000, Totals) { StartupMs = 0, Position = 1.5 },
            new PlaybackEvent(3, PlaybackEventType.Stall, 1_780_000_002_000, Totals) { DurationMs = 250 },
            new PlaybackEvent(4, PlaybackEventType.Seek, 1_780_000_003_000, Totals) { From = 1.25, To = 80 },
            new PlaybackEvent(5, PlaybackEventType.Rung, 1_780_000_004_000, Totals) { Height = 1080, Kbps = 4500, Codec = "avc1.640028" },
            new PlaybackEvent(6, PlaybackEventType.Visibility, 1_780_000_005_000, Totals) { Hidden = true },
            new PlaybackEvent(7, PlaybackEventType.Error, 1_780_000_006_000, Totals) { Code = "media_decode", Fatal = true, Message = "It “broke”\n\u0001 😀" },
            new PlaybackEvent(8, PlaybackEventType.Heartbeat, 1_780_000_007_000, Totals) { Cmcd = "bl=1200,sid=\"a\"" },
        ])
    {
        Cdn = "edge.example",
    };

    [Fact]
    public void A_beacon_is_read_as_it_was_written()
    {
        var read = Assert.IsType<BeaconRecord>(Read(TelemetryRecordWriter.ToBytes(Beacon)));
        Assert.Equal(Beacon.Events, read.Events);
        Assert.Equal(Beacon with { Events = [] }, read with { Events = [] });
    }

    [Fact]
    public void What_a_beacon_may_leave_out_is_read_as_left_out()
    {
        var bare = new BeaconRecord(Claims with { ChannelId = null, DurationSeconds = null, Suspicions = Suspicions.None, Bucket = 0 }, Beacon.Player, 5, []);
        Assert.Equal(bare with { Events = [] }, Assert.IsType<BeaconRecord>(Read(TelemetryRecordWriter.ToBytes(bare))) with { Events = bare.Events });
    }

    [Fact]
    public void A_verdict_is_read_as_it_was_written()
    {
        var verdict = new VerdictRecord("ses_1", "asset_1", 2, Quarantined: true, "viewer_cap", 1_780_000_000_000);
        Assert.Equal(verdict, Read(TelemetryRecordWriter.ToBytes(verdict)));
    }

    [Fact]
    public void A_record_is_one_line() => Assert.DoesNotContain((byte)'\n', TelemetryRecordWriter.ToBytes(Beacon));

    [Fact]
    public void Texts_that_come_again_are_the_same_strings()
    {
        // Another text of the record may have the same place, by hashes that are others in each process: of many assets most are remembered.
        var reader = new TelemetryRecordReader();
        var records = Enumerable.Range(0, 100).Select(i => TelemetryRecordWriter.ToBytes(Beacon with { Claims = Claims with { AssetId = $"asset_{i}" } }));
        Assert.InRange(records.Count(bytes => ReferenceEquals(reader.Read(bytes).AssetId, reader.Read(bytes).AssetId)), 60, 100);
    }

    [Fact]
    public void Properties_of_later_releases_are_passed_over()
    {
        var text = Encoding.UTF8.GetString(TelemetryRecordWriter.ToBytes(Beacon)).Replace("\"q\":", "\"new\":{\"q\":[1]},\"n\":[{}],\"q\":", StringComparison.Ordinal);
        Assert.Equal(Beacon.Events, Assert.IsType<BeaconRecord>(Read(Encoding.UTF8.GetBytes(text))).Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"v\":2,\"k\":\"beacon\"}")]
    [InlineData("{\"v\":1,\"k\":\"else\"}")]
    [InlineData("{\"v\":1,\"k\":\"verdict\",\"i\":\"ses_1\"}")]
    [InlineData("{\"v\":1,\"k\":\"verdict\",\"i\":7}")]
    [InlineData("{\"v\":1,\"k\":\"beacon\",\"s\":[]}")]
    [InlineData("{\"v\":1,\"k\":\"beacon\",\"e\":[7]}")]
    [InlineData("{\"v\":1,\"k\":\"beacon\",\"e\":{}}")]
    [InlineData("{\"v\":1,\"k\":\"beacon\",\"e\":[{\"o\":[1,2]}]}")]
    [InlineData("{\"v\":1,\"k\":\"beacon\",\"e\":[{\"q\":99999999999}]}")]
    [InlineData("{\"v\":1,\"k\":\"beacon\",\"e\":[{\"y\":\"dance\"}]}")]
    [InlineData("{\"v\":1,\"k\":\"beacon\",\"p\":[\"a\",\"b\"]}")]
    [InlineData("{\"v\":1,\"k\":\"beacon\",\"s\":{\"t\":9223372036854775807}}")]
    public void What_is_no_record_is_told_apart(string text) =>
        Assert.ThrowsAny<JsonException>(() => Read(Encoding.UTF8.GetBytes(text)));

    /// <summary>Each cut and each broken byte ends in a record or in that one exception.</summary>
    [Fact]
    public void Whatever_comes_the_reader_gives_a_record_or_says_that_it_is_none()
    {
        var (bytes, random, reader) = (TelemetryRecordWriter.ToBytes(Beacon), new Random(7), new TelemetryRecordReader());
        for (var i = 0; i < 3000; i++)
        {
            byte[] broken = [.. bytes.AsSpan(0, random.Next(bytes.Length + 1))];
            if (broken.Length > 0 && i % 2 == 0)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            try
            {
                reader.Read(broken);
            }
            catch (JsonException)
            {
                // As it should.
            }
        }
    }

    private static TelemetryRecord Read(byte[] bytes) => new TelemetryRecordReader().Read(bytes);
}

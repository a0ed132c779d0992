using StreamPlatform.Domain.Telemetry.Streams;
using StreamPlatform.Tests;

namespace StreamPlatform.Domain.Tests.Telemetry.Streams;

public sealed class SessionTracesTests
{
    private static readonly SessionTraces All = new() { SessionShare = 1 };

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.01, 60, 140)]
    [InlineData(0.5, 4700, 5300)]
    [InlineData(1, 10_000, 10_000)]
    public void As_many_sessions_are_traced_as_are_to_be_and_always_the_same(double share, int least, int most)
    {
        var traces = new SessionTraces { SessionShare = share };
        var sessions = Enumerable.Range(0, 10_000).Select(i => $"ses_{i}").ToList();

        var traced = sessions.Where(traces.IsTraced).ToList();
        Assert.InRange(traced.Count, least, most);
        Assert.Equal(traced, sessions.Where(traces.IsTraced));
    }

    [Fact]
    public void Beacons_of_one_session_are_one_trace_from_request_to_aggregate_whenever_they_come()
    {
        using var recorded = new RecordedSpans(SessionTraces.TraceOf("ses_traced").TraceId);
        foreach (var at in new[] { 1000, 2000 })
        {
            var (records, sending) = All.Send([Told.Beacon("ses_traced", at)]);
            sending.Dispose();
            using (SessionTraces.Process(records.Select(Again)))
            {
            }
        }

        Assert.Equal(["process telemetry", "process telemetry", "send telemetry", "send telemetry"], recorded.Names.Order());
        Assert.All(recorded.Ended.Where(span => span.OperationName == "process telemetry"), span => Assert.Contains(recorded.Ended, sent => sent.SpanId == span.ParentSpanId));
        Assert.All(recorded.Ended, span => Assert.Equal("asset_1", span.GetTagItem("streamplatform.asset.id")));
    }

    [Fact]
    public void What_is_not_traced_is_passed_on_as_it_is()
    {
        using var recorded = new RecordedSpans(SessionTraces.TraceOf("ses_other").TraceId);
        BeaconRecord[] beacons = [Told.Beacon("ses_other", 1000)];

        Assert.Same(beacons, new SessionTraces { SessionShare = 0 }.Send(beacons).Records);
        Assert.Empty(recorded.Ended);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_that_can_not_be_meant_is_named(double share) =>
        Assert.Contains("Tracing:SessionShare", Assert.Throws<ArgumentException>(() => new SessionTraces { SessionShare = share }.Validated()).Message, StringComparison.Ordinal);

    /// <summary>As it comes out of the hub.</summary>
    private static TelemetryRecord Again(TelemetryRecord record) => new TelemetryRecordReader().Read(TelemetryRecordWriter.ToBytes(record));

    private static class Told
    {
        public static BeaconRecord Beacon(string session, long at) => new(
            new Domain.Telemetry.Sessions.SessionClaims { SessionId = session, AssetId = "asset_1", PlaybackId = "play_1", OwnerId = "user_1", StartedAt = DateTimeOffset.UnixEpoch, Viewer = 7 },
            new PlayerInfo("player", "1", "native"), at, []);
    }
}

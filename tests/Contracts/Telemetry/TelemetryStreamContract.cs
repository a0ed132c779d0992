using System.Collections.Concurrent;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Tests.Contracts.Telemetry;

/// <summary>What every <see cref="ITelemetryStream"/> must do; a subclass an adapter.</summary>
public abstract class TelemetryStreamContract
{
    private protected abstract ITelemetryStream Stream { get; }

    /// <summary>All that the hub has, by partition, in order.</summary>
    private protected abstract Task<IReadOnlyList<IReadOnlyList<byte[]>>> ReadAsync(int count);

    [Fact]
    public async Task What_was_sent_is_there_as_it_was_written_and_all_of_a_session_in_one_partition_and_in_order()
    {
        var sent = new ConcurrentBag<byte[]>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async session =>
        {
            for (var request = 0; request < 5; request++)
            {
                TelemetryRecord[] records = [.. Enumerable.Range(0, 3).Select(number => RecordOf($"ses_{session}", (request * 3) + number))];
                await Stream.SendAsync(records, default);
                foreach (var record in records)
                    sent.Add(TelemetryRecordWriter.ToBytes(record));
            }
        }));

        var partitions = await ReadAsync(300);

        Assert.Equal(sent.Select(Convert.ToHexString).Order(), partitions.SelectMany(partition => partition).Select(Convert.ToHexString).Order());
        Assert.True(partitions.Count(partition => partition.Count > 0) > 1, "Sessions are spread over partitions.");
        var read = partitions.SelectMany((partition, number) => partition.Select(body => (number, Verdict: (VerdictRecord)new TelemetryRecordReader().Read(body)))).ToList();
        Assert.All(read.GroupBy(one => one.Verdict.Session), session =>
        {
            Assert.Single(session.Select(one => one.number).Distinct());
            Assert.Equal(Enumerable.Range(0, 15).Select(number => (long)number), session.Select(one => one.Verdict.At));
        });
    }

    [Fact]
    public async Task Records_of_several_sessions_go_together()
    {
        await Stream.SendAsync([], default);
        await Stream.SendAsync([.. Enumerable.Range(0, 100).Select(session => RecordOf($"ses_{session}", 0))], default);

        Assert.Equal(100, (await ReadAsync(100)).Sum(partition => partition.Count));
    }

    [Fact]
    public async Task A_beacon_comes_back_as_it_was()
    {
        var claims = new SessionClaims { SessionId = "ses_1", AssetId = "asset_1", PlaybackId = "play_1", OwnerId = "user_1", StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(1000), Viewer = 1 };
        var beacon = new BeaconRecord(claims, new PlayerInfo("a", "1", "shaka"), 2000, [new PlaybackEvent(1, PlaybackEventType.Error, 1500, default) { Code = "ä \n" }]);
        await Stream.SendAsync([beacon], default);

        var read = (BeaconRecord)new TelemetryRecordReader().Read(Assert.Single((await ReadAsync(1)).SelectMany(partition => partition)));
        Assert.Equal((claims, beacon.Player, 2000, beacon.Events[0]), (read.Claims, read.Player, read.ReceivedAt, Assert.Single(read.Events)));
    }

    private protected static VerdictRecord RecordOf(string session, long at) => new(session, "asset_1", 0, Quarantined: true, "a rule", at);
}

using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Telemetry.Archive;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Tests.Telemetry.Archive;

public sealed class TelemetryArchiveTests
{
    private static readonly DateOnly Day = new(2026, 3, 14);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 14, 23, 59, 0, TimeSpan.Zero));
    private readonly MemoryBlobs _blobs;
    private readonly TelemetryArchive _archive;

    public TelemetryArchiveTests()
    {
        _blobs = new MemoryBlobs(_clock);
        _archive = new TelemetryArchive(_blobs, _clock);
    }

    [Fact]
    public async Task What_was_kept_is_read_in_order_of_each_partition()
    {
        await KeepAsync(1, 9, 10, 11);
        await KeepAsync(0, 1);
        await KeepAsync(10, 5);
        await KeepAsync(1, 100);

        Assert.Equal(["0:1", "1:9,10,11", "1:100", "10:5"], await ReadAsync());
    }

    [Fact]
    public async Task What_was_delivered_again_in_other_pieces_is_read_once()
    {
        await KeepAsync(2, 1, 2, 3);
        await KeepAsync(2, 1, 2, 3);
        await KeepAsync(2, 2, 3, 4, 5);
        await KeepAsync(2, 1, 2, 3, 4, 5, 6);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await KeepAsync(2, 5, 6, 7);

        Assert.Equal(Enumerable.Range(1, 7), (await ReadAsync()).SelectMany(batch => batch[2..].Split(',')).Select(int.Parse));
        Assert.Equal(4, _blobs.Paths.Count());
    }

    [Fact]
    public async Task Any_bytes_come_back_as_they_were_and_the_lines_are_JSON()
    {
        byte[][] bodies = [Encoding.UTF8.GetBytes("{\"v\":1,\"m\":\"ä\"}"), [], [0, 255, 10, 13], "{\n}"u8.ToArray(), "no JSON"u8.ToArray()];
        await _archive.KeepAsync(0, [.. bodies.Select((body, sequence) => new HubMessage(sequence + 41, body))], default);

        List<HubMessage> read = [];
        await foreach (var batch in _archive.ReadAsync(Day, Day, default))
            read.AddRange(batch.Messages);
        Assert.Equal(bodies, read.Select(message => message.Body.ToArray()));
        Assert.Equal([41, 42, 43, 44, 45], read.Select(message => message.Sequence));
        await using var gzip = new GZipStream(new MemoryStream((await _blobs.ReadAsync(Assert.Single(_blobs.Paths), 10_000, default))!), CompressionMode.Decompress);
        var lines = await new StreamReader(gzip).ReadToEndAsync();
        Assert.Equal(5, lines.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line)).Count());
    }

    [Fact]
    public async Task A_message_that_nobody_can_read_lies_apart_with_the_reason()
    {
        await _archive.RejectAsync(3, new HubMessage(17, "{ no"u8.ToArray()), "It is no JSON.", default);
        await _archive.RejectAsync(3, new HubMessage(17, "{ no"u8.ToArray()), "It is no JSON.", default);

        var path = Assert.Single(_blobs.Paths);
        Assert.Equal(new BlobPath(Containers.TelemetryDead, "2026-03-14/3/0000000000000000017.json"), path);
        var letter = JsonDocument.Parse((await _blobs.ReadAsync(path, 10_000, default))!).RootElement;
        Assert.Equal(("It is no JSON.", "{ no", 17), (letter.GetProperty("reason").GetString(), letter.GetProperty("text").GetString(), letter.GetProperty("sequence").GetInt32()));
    }

    [Fact]
    public async Task After_thirty_days_it_goes()
    {
        await KeepAsync(0, 1);
        await _archive.RejectAsync(0, new HubMessage(2, default), "It is empty.", default);
        _clock.Advance(TimeSpan.FromDays(1));
        await KeepAsync(0, 3);
        _clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await _archive.SweepAsync(default));
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(2, await _archive.SweepAsync(default));
        Assert.Equal("2026-03-15/0/0000000000000000003-0000000000000000003.jsonl.gz", Assert.Single(_blobs.Paths).Name);
    }

    private Task KeepAsync(int partition, params long[] sequences) =>
        _archive.KeepAsync(partition, [.. sequences.Select(sequence => new HubMessage(sequence, Encoding.UTF8.GetBytes($"{{\"n\":{sequence}}}")))], default);

    private async Task<List<string>> ReadAsync()
    {
        List<string> read = [];
        await foreach (var (partition, messages) in _archive.ReadAsync(Day, Day.AddDays(1), default))
        {
            Assert.All(messages, message => Assert.Equal($"{{\"n\":{message.Sequence}}}", Encoding.UTF8.GetString(message.Body.Span)));
            read.Add($"{partition}:{string.Join(',', messages.Select(message => message.Sequence))}");
        }

        return read;
    }
}

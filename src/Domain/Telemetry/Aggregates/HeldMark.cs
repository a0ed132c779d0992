using System.Buffers;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>
/// How far a partition of the hub was read, and when the newest of it came. A hub that is made anew, or was restored to what it was, gives
/// numbers out again: a message whose number was read, but that came after all that were read, is another. From there on numbers are moved on, so
/// that those that are counted by only ever rise, and no watermark has to be forgotten.
/// </summary>
internal sealed class HeldMark(int hubPartition)
{
    private const byte Version = 1;
    private const string Id = "mark";

    /// <summary>What may come out of order where several take in what players tell.</summary>
    private const long SlackMs = 60_000;

    private readonly string _shard = FormattableString.Invariant($"hub#{hubPartition}");
    private ShardHead? _head;
    private long _read = -1, _newest;

    public bool IsLoaded { get; private set; }

    public bool IsDirty { get; private set; }

    /// <summary>What numbers are moved on by.</summary>
    public long Offset { get; private set; }

    public ShardRequest Request() => new(_shard, Head: true, [Id]);

    /// <exception cref="FormatException">It was written by a newer release.</exception>
    public void Take(ShardContent content)
    {
        (IsLoaded, _head) = (true, content.Head);
        if (content.Documents is not [{ Body: var stored }, ..])
            return;
        var bytes = stored.Span;
        if (VariableLength.Read(ref bytes) != Version)
            throw new FormatException("A mark was written by a newer release.");
        (Offset, _read, _newest) = (VariableLength.Read(ref bytes), VariableLength.Read(ref bytes), VariableLength.Read(ref bytes));
    }

    /// <summary>Whether the hub is another one than what was read; then numbers go on behind those that were read.</summary>
    /// <param name="records">With the numbers that the hub gave them.</param>
    public bool Moves(IReadOnlyList<SequencedRecord> records)
    {
        foreach (var (sequence, record) in records)
        {
            if (sequence + Offset > _read || record.CameAt <= _newest + SlackMs)
                continue;
            (Offset, IsDirty) = (_read + 1 - sequence, true);
            return true;
        }

        return false;
    }

    /// <summary>A record was read.</summary>
    /// <param name="sequence">By which it is counted.</param>
    public void Read(long sequence, long cameAt)
    {
        if (sequence <= _read)
            return;
        (_read, _newest, IsDirty) = (sequence, Math.Max(_newest, cameAt), true);
    }

    public ShardWrite Changes(ArrayBufferWriter<byte> buffer)
    {
        var start = buffer.WrittenCount;
        foreach (var number in (ReadOnlySpan<long>)[Version, Offset, _read, _newest])
            VariableLength.Write(buffer, number);
        return new ShardWrite(_shard, _head?.ETag, _head?.Watermark ?? -1, _read, [new ShardDocument(Id, buffer.WrittenMemory[start..])]);
    }

    public void Written(string etag) => (_head, IsDirty) = (new ShardHead(_read, etag), false);
}

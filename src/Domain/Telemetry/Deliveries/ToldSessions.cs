using System.Buffers;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Telemetry.Deliveries;

/// <summary>What sessions told, as little of it as is needed to hold it against what was given to them.</summary>
internal sealed class ToldSessions
{
    private readonly Dictionary<string, Told> _sessions = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Told> All => _sessions;

    /// <param name="inDay">It began in the day, and not in the one before.</param>
    public void Add(SessionState session, bool inDay) =>
        _sessions[session.Claims!.SessionId] = new Told(session.Claims.AssetId, session.WatchedMs, session.Total(Metric.Bytes), inDay);

    public static ReadOnlyMemory<byte> ToBytes(IEnumerable<KeyValuePair<string, Told>> sessions)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 12);
        foreach (var (session, (asset, watchedMs, bytes, inDay)) in sessions)
        {
            SessionBytes.Text(buffer, session);
            SessionBytes.Text(buffer, asset);
            VariableLength.Write(buffer, watchedMs);
            VariableLength.Write(buffer, bytes);
            SessionBytes.Flag(buffer, inDay);
        }

        return buffer.WrittenMemory;
    }

    public void Merge(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
            _sessions[SessionBytes.Text(ref bytes)] = new Told(SessionBytes.Text(ref bytes), VariableLength.Read(ref bytes), VariableLength.Read(ref bytes), VariableLength.Read(ref bytes) != 0);
    }

    internal sealed record Told(string AssetId, long WatchedMs, long Bytes, bool InDay);
}

using System.Buffers;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Telemetry.Deliveries;

/// <summary>What was given to sessions, by their ids; parts add up.</summary>
internal sealed class FetchedSessions
{
    private readonly Dictionary<string, Fetched> _sessions = new(StringComparer.Ordinal);

    public int Count => _sessions.Count;

    public IReadOnlyDictionary<string, Fetched> All => _sessions;

    /// <param name="inDay">In the day itself, and not in the one after it, in which its sessions go on.</param>
    public void Add(string sessionId, string assetId, long requests, long bytes, bool inDay)
    {
        var known = _sessions.GetValueOrDefault(sessionId, new Fetched(assetId, 0, 0, false));
        _sessions[sessionId] = known with { Requests = known.Requests + requests, Bytes = known.Bytes + bytes, InDay = known.InDay || inDay };
    }

    public static ReadOnlyMemory<byte> ToBytes(IEnumerable<KeyValuePair<string, Fetched>> sessions)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 12);
        foreach (var (session, (asset, requests, bytes, inDay)) in sessions)
        {
            SessionBytes.Text(buffer, session);
            SessionBytes.Text(buffer, asset);
            VariableLength.Write(buffer, requests);
            VariableLength.Write(buffer, bytes);
            SessionBytes.Flag(buffer, inDay);
        }

        return buffer.WrittenMemory;
    }

    public void Merge(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
            Add(SessionBytes.Text(ref bytes), SessionBytes.Text(ref bytes), VariableLength.Read(ref bytes), VariableLength.Read(ref bytes), VariableLength.Read(ref bytes) != 0);
    }

    public void Clear() => _sessions.Clear();

    internal sealed record Fetched(string AssetId, long Requests, long Bytes, bool InDay);
}

using System.Buffers;
using System.Text;
using StreamPlatform.Domain.Telemetry.Aggregates;
using StreamPlatform.Domain.Telemetry.Folding;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>The windows of a day, hours and the day itself, as sessions that are known whole make them. Those of minutes are gone when a day is counted again.</summary>
internal sealed class CountedWindows(RecountDay day)
{
    private readonly int _first = Windows.MinuteOf(day.Start), _end = Windows.MinuteOf(day.End);
    private readonly Dictionary<ShardKey, Dictionary<WindowKey, HeldWindow>> _shards = [];

    public IReadOnlyDictionary<ShardKey, Dictionary<WindowKey, HeldWindow>> Shards => _shards;

    /// <summary>Adds what a session comes to.</summary>
    public void Add(ShardKey shard, SessionChange whole)
    {
        foreach (var flow in whole.Flows.Where(flow => IsIn(flow.Minute)))
        {
            for (var grain = Grain.Hour; grain <= Grain.Day; grain++)
                Of(shard, grain, flow.Minute).Add(flow, whole.Labels);
        }

        if (!whole.ChangesFacts || !IsIn(whole.StartMinute))
            return;
        for (var grain = Grain.Hour; grain <= Grain.Day; grain++)
            Of(shard, grain, whole.StartMinute).AddFacts(whole, shard.Kind == ShardKind.Platform);
    }

    /// <summary>Windows of some shards as bytes, for <see cref="Merge"/>.</summary>
    public static ReadOnlyMemory<byte> ToBytes(IEnumerable<KeyValuePair<ShardKey, Dictionary<WindowKey, HeldWindow>>> shards)
    {
        var (buffer, window) = (new ArrayBufferWriter<byte>(1 << 16), new ArrayBufferWriter<byte>(1 << 12));
        foreach (var (key, windows) in shards)
        {
            foreach (var (place, held) in windows)
            {
                window.ResetWrittenCount();
                WindowBytes.Write(held.Window, window);
                VariableLength.Write(buffer, (int)key.Kind);
                SessionBytes.Text(buffer, key.Id);
                VariableLength.Write(buffer, key.Bucket);
                VariableLength.Write(buffer, (int)place.Grain);
                VariableLength.Write(buffer, place.Start);
                VariableLength.Write(buffer, window.WrittenCount);
                buffer.Write(window.WrittenSpan);
            }
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Adds windows that others counted of other sessions.</summary>
    public void Merge(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var key = new ShardKey((ShardKind)VariableLength.Read(ref bytes), SessionBytes.Text(ref bytes), (int)VariableLength.Read(ref bytes));
            var (grain, start) = ((Grain)VariableLength.Read(ref bytes), (int)VariableLength.Read(ref bytes));
            var length = (int)VariableLength.Read(ref bytes);
            Of(key, grain, start).Window.MergeWith(WindowBytes.Read(grain, Windows.TimeOf(start), bytes[..length]));
            bytes = bytes[length..];
        }
    }

    private bool IsIn(int minute) => minute >= _first && minute < _end;

    private HeldWindow Of(ShardKey shard, Grain grain, int minute)
    {
        if (!_shards.TryGetValue(shard, out var windows))
            _shards.Add(shard, windows = []);
        var place = new WindowKey(grain, Windows.StartOf(grain, minute));
        if (!windows.TryGetValue(place, out var window))
            windows.Add(place, window = new HeldWindow(grain, place.Start, new WindowAggregate(grain, Windows.TimeOf(place.Start)), -1));
        return window;
    }
}

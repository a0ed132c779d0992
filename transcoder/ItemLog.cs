using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Transcoder;

/// <summary>What the item has made so far, over all renditions; seeded with what an earlier try had listed.</summary>
internal sealed class ItemLog
{
    private readonly Lock _lock = new();
    private readonly WorkItemSpec _item;
    private readonly double _expectedSeconds;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, RenditionLog> _renditions;
    private DateTimeOffset? _firstSegmentAt;

    /// <param name="expectedSeconds">Length of what the item makes of each rendition.</param>
    public ItemLog(WorkItemSpec item, double expectedSeconds, ItemProgress? earlier, TimeProvider time)
    {
        (_item, _expectedSeconds, _time, _firstSegmentAt) = (item, expectedSeconds, time, earlier?.FirstSegmentAt);
        _renditions = item.Renditions.ToDictionary(
            name => name, name => new RenditionLog(name, earlier?.Outputs.FirstOrDefault(output => output.Rendition == name)), StringComparer.Ordinal);
    }

    /// <summary>Segments listed, all renditions together.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _renditions.Values.Sum(log => log.Count);
        }
    }

    public void Started(InitPart init)
    {
        lock (_lock)
            _renditions[init.Rendition].Started(init);
    }

    public void Expect(SegmentPart segment)
    {
        lock (_lock)
            _renditions[segment.Rendition].Expect(segment.Facts);
    }

    /// <summary>True when there is something new to list.</summary>
    public bool Readable(SegmentPart segment)
    {
        lock (_lock)
        {
            var grew = _renditions[segment.Rendition].Readable(segment.Facts);
            if (grew && _renditions.Values.All(log => log.Count > 0))
                _firstSegmentAt ??= _time.GetUtcNow();
            return grew;
        }
    }

    public void Readable(KeyFramePart keys)
    {
        lock (_lock)
            _renditions[keys.Rendition].Readable(keys.Facts);
    }

    public ItemProgress Snapshot(bool finished = false)
    {
        lock (_lock)
        {
            var made = _renditions.Count == 0 ? 0 : _renditions.Values.Average(log => log.Seconds) / _expectedSeconds;
            return new ItemProgress
            {
                ItemId = _item.Id,
                HeartbeatAt = _time.GetUtcNow(),
                Fraction = finished ? 1 : Math.Round(Math.Clamp(made, 0, 1), 4),
                FirstSegmentAt = _firstSegmentAt,
                Outputs = [.. _item.Renditions.Select(name => _renditions[name].Output).OfType<RenditionOutput>()],
            };
        }
    }
}

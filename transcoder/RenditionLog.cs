using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Transcoder;

/// <summary>
/// The list of a rendition's readable segments: contiguous, in order, never shorter than what an earlier try of the item
/// listed. Segments may become readable in any order.
/// </summary>
internal sealed class RenditionLog(string rendition, RenditionOutput? earlier)
{
    private readonly List<SegmentFacts> _listed = [.. earlier?.Segments ?? []];
    private readonly SortedDictionary<long, SegmentFacts> _waiting = [];
    private readonly SortedDictionary<long, KeyFrameBlob> _keyFrames = new((earlier?.KeyFrames ?? []).ToDictionary(blob => blob.Start));
    private string _codecs = earlier?.Codecs ?? "";
    private string _initHash = earlier?.InitHash ?? "";
    private int _timescale = earlier?.Timescale ?? 1;
    private long? _first = earlier?.Segments is [var first, ..] ? first.Number : null;

    public double Seconds => _listed.Sum(segment => (double)segment.Duration) / _timescale;

    public int Count => _listed.Count;

    public void Started(InitPart init) => (_codecs, _initHash, _timescale) = (init.Codecs, init.Hash, init.Timescale);

    /// <summary>The segment was handed in and will be readable; the first one handed in starts the list.</summary>
    public void Expect(SegmentFacts facts) => _first ??= facts.Number;

    /// <summary>The segment is readable; true when the list grew.</summary>
    public bool Readable(SegmentFacts facts)
    {
        var count = _listed.Count;
        if (facts.Number >= _first + count)
            _waiting[facts.Number] = facts;
        while (_waiting.Remove((_first ?? 0) + _listed.Count, out var next))
            _listed.Add(next);
        return _listed.Count > count;
    }

    /// <summary>A blob of key frames is readable.</summary>
    public void Readable(KeyFrameBlob keys) => _keyFrames[keys.Start] = keys;

    public RenditionOutput? Output => _listed.Count == 0 ? null : new RenditionOutput
    {
        Rendition = rendition,
        Codecs = _codecs,
        InitHash = _initHash,
        Timescale = _timescale,
        Segments = [.. _listed],
        KeyFrames = [.. _keyFrames.Values],
    };
}

using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Cuts at the access unit nearest to each boundary. A remainder shorter than <see cref="TailTenths"/> joins the last full
/// segment instead of becoming one of its own, so each full segment is held until as much has followed.
/// </summary>
internal sealed class AudioTrackCutter(string rendition, SourceTrack track, AudioCut rule)
    : TrackCutter(rendition, track, (int)track.Timescale)
{
    /// <summary>Tenths of a second.</summary>
    private const int TailTenths = 1;

    /// <summary>Samples an access unit of AAC-LC (ISO/IEC 14496-3, 4.5.1.1).</summary>
    private const uint AacUnit = 1024;

    private PendingSegment? _complete;
    private PendingSegment? _segment;
    private uint _unit;
    private long _received;
    private long _kept;
    private long _nextNumber;
    private long _firstDecodeTime;
    private uint _lastDuration;

    public override PendingSegment? Add(SourceSample sample)
    {
        if (_received == 0) (_unit, _firstDecodeTime) = (Unit(sample), sample.DecodeTime);
        var behind = sample.DecodeTime - _firstDecodeTime - (_received * _unit);
        if (Math.Abs(behind) > _unit)
            throw new SegmentDefectException("segment.gap", $"{Rendition}: access unit {_received} is {behind} samples off its place; the encoder's output has a hole.");
        if (_received++ < rule.PrimingSamples / _unit) return null;

        _segment ??= new PendingSegment(_nextNumber++, _kept * _unit);
        _lastDuration = sample.Duration;
        _kept++;
        return _segment.Add(new TrackRunSample(_unit, (uint)sample.Size, SampleFlags.Sync, 0));
    }

    public override SegmentPart? TakeComplete()
    {
        SegmentPart? part = null;
        // Its last access unit doesn't count yet: should it be the very last, there is less in it than it has room for.
        if (_complete is not null && _segment is not null && (_segment.Duration - _unit) * 10 >= (long)TailTenths * Track.Timescale)
        {
            part = Close(_complete);
            _complete = null;
        }

        if (_complete is null && _segment is not null && Reaches(_segment.Number + 1)) (_complete, _segment) = (_segment, null);
        return part;
    }

    public override IEnumerable<SegmentPart> Finish()
    {
        // The encoder fills its last access unit up; the muxer knows how much of it is sound.
        var last = _lastDuration > 0 && _lastDuration < _unit ? _lastDuration : _unit;
        if (_complete is not null && _segment is not null)
        {
            _complete.Absorb(_segment);
            _segment = null;
        }

        var rest = _complete ?? _segment;
        (_complete, _segment) = (null, null);
        if (rest is null) yield break;
        rest.EndWith(last);
        yield return Close(rest);
    }

    /// <summary>Samples an access unit: known for AAC, whose first one muxers stretch or shrink to fit other tracks.</summary>
    private uint Unit(SourceSample first) =>
        Track.Entry.Type == "mp4a" ? AacUnit
        : first.Duration > 0 ? first.Duration
        : throw new SegmentDefectException("segment.duration", $"{Rendition}: the first access unit has no duration.");

    /// <summary>True when the access unit that comes next is the nearest to the start of segment <paramref name="number"/>.</summary>
    private bool Reaches(long number)
    {
        var length = rule.SegmentSeconds;
        return ((2 * (Int128)_kept * _unit) + _unit) * length.Denominator > 2 * (Int128)number * length.Numerator * Track.Timescale;
    }
}

using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Counts frames: the time of a frame is its number times the frame's ticks. The input's own times only have to agree,
/// whatever its timescale.
/// </summary>
internal sealed class VideoTrackCutter : TrackCutter
{
    private readonly OutputGrid _grid;
    private readonly FrameClock _clock;
    private readonly long _startFrame;
    private readonly KeyFrameCutter? _keyFrames;
    private long _frames;
    private long _firstDecodeTime;
    private int _firstComposition;
    private PendingSegment? _segment;

    public VideoTrackCutter(string rendition, SourceTrack track, VideoCut rule)
        : base(rendition, track, rule.Grid.Timescale)
    {
        if (rule.StartFrame % rule.Grid.SegmentFrames != 0)
            throw new ArgumentException($"Frame {rule.StartFrame} is not the start of a segment.", nameof(rule));
        (_grid, _clock, _startFrame) = (rule.Grid, new FrameClock(rule.Grid, track.Timescale), rule.StartFrame);
        _keyFrames = rule.KeyFrameSegments > 0 ? new KeyFrameCutter(rendition, rule.Grid, rule.KeyFrameSegments) : null;
    }

    public override PendingSegment? Add(SourceSample sample)
    {
        // Without negative composition offsets the first frame is shown late by the reordering delay; take it off all of them.
        if (_frames == 0) (_firstDecodeTime, _firstComposition) = (sample.DecodeTime, sample.CompositionOffset);
        var decoded = _clock.InFrames(sample.DecodeTime - _firstDecodeTime);
        if (decoded != _frames)
            throw new SegmentDefectException("segment.gap", $"{Rendition}: frame {decoded} follows frame {_frames - 1}; the encoder's output is not a constant rate.");
        var shift = _clock.InFrames(sample.CompositionOffset - (long)_firstComposition);
        if (Math.Abs(shift) > FrameClock.MaxReordering)
            throw new SegmentDefectException("segment.composition", $"{Rendition}: frame {_frames} is shown {shift} frames from where it is decoded.");

        if (_segment is null)
        {
            if (!sample.IsSync)
                throw new SegmentDefectException("segment.no_key_frame", $"{Rendition}: frame {_startFrame + _frames} starts a segment but is no key frame.");
            _segment = new PendingSegment((_startFrame + _frames) / _grid.SegmentFrames, (_startFrame + _frames) * _grid.FrameTicks);
        }

        _frames++;
        var flags = sample.IsSync ? SampleFlags.Sync : SampleFlags.Dependent;
        return _segment.Add(new TrackRunSample((uint)_grid.FrameTicks, (uint)sample.Size, flags, (int)(shift * _grid.FrameTicks)));
    }

    public override SegmentPart? TakeComplete() => _segment?.Samples.Count == _grid.SegmentFrames ? Take() : null;

    public override IEnumerable<SegmentPart> Finish()
    {
        if (_segment is not null) yield return Take();
    }

    public override KeyFramePart? TakeKeyFrames(bool ended) => _keyFrames?.Take(ended);

    private SegmentPart Take()
    {
        var part = Close(_segment!);
        _keyFrames?.Add(_segment!);
        _segment = null;
        return part;
    }
}

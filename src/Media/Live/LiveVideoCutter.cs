using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Live;

/// <summary>Counts frames: a part holds as many as the grid says, and each GOP of the grid starts with a key frame.</summary>
internal sealed class LiveVideoCutter(LiveTrack track, SourceTrack source, LiveGrid grid) : LiveTrackCutter(track, source, grid.PartsASegment)
{
    private readonly FrameClock _clock = new(grid.Video, source.Timescale);
    private long _frames;
    private long _firstDecodeTime;
    private int _firstComposition;

    protected override uint Timescale => (uint)grid.Video.Timescale;

    protected override long LongestPart => (long)grid.PartFrames * grid.Video.FrameTicks;

    protected override bool IsFull => Pending?.Samples.Count == grid.PartFrames;

    public override PendingSegment? Add(SourceSample sample)
    {
        if (_frames == 0) (_firstDecodeTime, _firstComposition) = (sample.DecodeTime, sample.CompositionOffset);
        var decoded = _clock.InFrames(sample.DecodeTime - _firstDecodeTime);
        if (decoded != _frames)
            throw new SegmentDefectException("segment.gap", $"{Name}: frame {decoded} follows frame {_frames - 1}; the encoder's output is not a constant rate.");
        if (_frames % grid.Video.GopFrames == 0 && !sample.IsSync)
            throw new SegmentDefectException("segment.no_key_frame", $"{Name}: frame {_frames} starts a GOP but is no key frame.");
        var shift = _clock.InFrames(sample.CompositionOffset - (long)_firstComposition);
        if (Math.Abs(shift) > FrameClock.MaxReordering)
            throw new SegmentDefectException("segment.composition", $"{Name}: frame {_frames} is shown {shift} frames from where it is decoded.");

        var flags = sample.IsSync ? SampleFlags.Sync : SampleFlags.Dependent;
        return Add(_frames++ * grid.Video.FrameTicks, new TrackRunSample((uint)grid.Video.FrameTicks, (uint)sample.Size, flags, (int)(shift * grid.Video.FrameTicks)));
    }
}

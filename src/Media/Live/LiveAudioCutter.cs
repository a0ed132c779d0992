using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Live;

/// <summary>Cuts AAC at the access unit nearest to each boundary of the video's parts, so that both have the same parts.</summary>
internal sealed class LiveAudioCutter(LiveTrack track, SourceTrack source, LiveGrid grid) : LiveTrackCutter(track, source, grid.PartsASegment)
{
    /// <summary>Samples an access unit of AAC-LC (ISO/IEC 14496-3, 4.5.1.1).</summary>
    private const int Unit = 1024;

    private readonly Int128 _partTicks = (Int128)grid.PartFrames * grid.Video.FrameTicks;
    private long _received;
    private long _kept;
    private long _firstDecodeTime;

    protected override uint Timescale => Source.Timescale;

    /// <summary>As many whole units as reach beyond the length of a part.</summary>
    protected override long LongestPart => (long)(((_partTicks * Source.Timescale) + ((Int128)Unit * grid.Video.Timescale) - 1) / ((Int128)Unit * grid.Video.Timescale)) * Unit;

    /// <summary>The unit that comes next is the nearest to the end of the part.</summary>
    protected override bool IsFull =>
        ((2 * (Int128)_kept * Unit) + Unit) * grid.Video.Timescale > 2 * (Parts + 1) * _partTicks * Source.Timescale;

    public override PendingSegment? Add(SourceSample sample)
    {
        if (_received == 0) _firstDecodeTime = sample.DecodeTime;
        var behind = sample.DecodeTime - _firstDecodeTime - (_received * Unit);
        if (Math.Abs(behind) > Unit)
            throw new SegmentDefectException("segment.gap", $"{Name}: access unit {_received} is {behind} samples off its place; the encoder's output has a hole.");

        // The first holds nothing but what the encoder puts before the sound.
        if (_received++ < AudioCut.AacPriming / Unit) return null;
        return Add(_kept++ * Unit, new TrackRunSample(Unit, (uint)sample.Size, SampleFlags.Sync, 0));
    }
}

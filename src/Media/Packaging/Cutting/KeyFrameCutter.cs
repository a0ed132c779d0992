using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Copies the first sample of each GOP into a CMAF chunk of its own that lasts as long as the GOP: key frames that need
/// nothing but their bytes, and a timeline without holes. Nothing is encoded again.
/// </summary>
internal sealed class KeyFrameCutter(string rendition, OutputGrid grid, int segmentsPerBlob)
{
    private readonly List<KeyFrameFacts> _frames = [];
    private BoxWriter _blob = new();
    private int _segments;
    private long _start;

    /// <summary>Takes the key frames of a segment that is complete.</summary>
    /// <exception cref="SegmentDefectException">A GOP doesn't start with a key frame.</exception>
    public void Add(PendingSegment segment)
    {
        if (_frames.Count == 0)
        {
            _start = segment.Start;
            _blob.Box(SegmentWriter.Type);
        }

        var from = 0;
        for (var i = 0; i < segment.Samples.Count; i++)
        {
            var sample = segment.Samples[i];
            if (i % grid.GopFrames == 0)
            {
                if (!sample.Flags.IsSync)
                    throw new SegmentDefectException("segment.no_key_frame", $"{rendition}: frame {i} of segment {segment.Number} starts a GOP but is no key frame.");
                Write(segment, i, segment.Data.Slice(from, (int)sample.Size));
            }

            from += (int)sample.Size;
        }

        _segments++;
    }

    /// <summary>A blob that is full, or what is left of one when the input has ended; null when there is none.</summary>
    /// <exception cref="SegmentDefectException">It can't be read back.</exception>
    public KeyFramePart? Take(bool ended)
    {
        if (_frames.Count == 0 || (_segments < segmentsPerBlob && !ended)) return null;
        var part = new KeyFramePart(rendition, new KeyFrameBlob(_start, [.. _frames]), _blob.ToArray());
        SegmentCheck.Verify(part.Bytes, part.Facts);
        (_blob, _segments) = (new BoxWriter(), 0);
        _frames.Clear();
        return part;
    }

    private void Write(PendingSegment segment, int index, ReadOnlySpan<byte> data)
    {
        var start = segment.Start + ((long)index * grid.FrameTicks);
        var duration = (long)Math.Min(grid.GopFrames, segment.Samples.Count - index) * grid.FrameTicks;
        var offset = _blob.Length;
        var sequence = checked((uint)((start / ((long)grid.GopFrames * grid.FrameTicks)) + 1));
        SegmentWriter.Chunk(_blob, sequence, start, [segment.Samples[index] with { Duration = (uint)duration }], data);
        _frames.Add(new KeyFrameFacts(duration, offset, _blob.Length - offset));
    }
}

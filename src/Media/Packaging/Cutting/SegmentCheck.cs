using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>Reads a finished segment back from its own bytes before anyone may list it.</summary>
internal static class SegmentCheck
{
    /// <exception cref="SegmentDefectException">The bytes don't say what <paramref name="facts"/> say.</exception>
    public static void Verify(ReadOnlyMemory<byte> bytes, SegmentFacts facts)
    {
        var content = Read(bytes, $"Segment {facts.Number}");
        Require(content.Start == facts.Start, "segment.start", $"tfdt is {content.Start}, not {facts.Start}");
        Require(content.Duration == facts.Duration, "segment.duration", $"samples last {content.Duration}, not {facts.Duration}");
        Require(content.Samples.Count == facts.Samples, "segment.samples", $"it holds {content.Samples.Count} samples, not {facts.Samples}");
        Require(content.Samples[0].IsSync, "segment.no_key_frame", "it does not start with a key frame");
        Require(content.SampleBytes == content.DataBytes, "segment.size", $"samples take {content.SampleBytes} of {content.DataBytes} bytes");
        Require(content.Sequence == facts.Number + 1, "segment.sequence", $"its sequence number is {content.Sequence}");
        Require(content.Presents(), "segment.composition", "its frames are not shown one after the other within its own time");

        void Require(bool holds, string code, string what)
        {
            if (!holds) throw new SegmentDefectException(code, $"Segment {facts.Number}: {what}.");
        }
    }

    /// <summary>The blob holds exactly the key frames it is said to, each in a chunk of its own.</summary>
    /// <exception cref="SegmentDefectException">The bytes don't say what <paramref name="facts"/> say.</exception>
    public static void Verify(ReadOnlyMemory<byte> bytes, KeyFrameBlob facts)
    {
        var start = facts.Start;
        foreach (var frame in facts.Frames)
        {
            var content = Read(bytes.Slice(frame.Offset, frame.Bytes), $"The key frame at {start}");
            if (content.Samples is not [{ IsSync: true } key] || key.Size != content.DataBytes || content.Start != start || key.Duration != frame.Duration || !content.Presents())
                throw new SegmentDefectException("segment.no_key_frame", $"The chunk at {start} holds something else than one key frame of {frame.Duration} ticks.");
            start += frame.Duration;
        }
    }

    private static SegmentContent Read(ReadOnlyMemory<byte> bytes, string what)
    {
        try
        {
            return SegmentContent.Read(bytes, []);
        }
        catch (Mp4Exception broken)
        {
            throw new SegmentDefectException("segment.broken", $"{what} can't be read back: {broken.Message}");
        }
    }
}

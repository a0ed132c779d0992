using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>Reads a finished segment back from its own bytes before anyone may list it.</summary>
internal static class SegmentCheck
{
    /// <exception cref="SegmentDefectException">The bytes don't say what <paramref name="facts"/> say.</exception>
    public static void Verify(ReadOnlyMemory<byte> bytes, SegmentFacts facts)
    {
        SegmentContent content;
        try
        {
            content = SegmentContent.Read(bytes, []);
        }
        catch (Mp4Exception broken)
        {
            throw new SegmentDefectException("segment.broken", $"Segment {facts.Number} can't be read back: {broken.Message}");
        }

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
}

using System.Security.Cryptography;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>Fills one rendition's segments, sample by sample.</summary>
internal abstract class TrackCutter(string rendition, SourceTrack track, int timescale)
{
    protected string Rendition => rendition;

    protected SourceTrack Track => track;

    public static TrackCutter Create(TrackSpec spec, SourceTrack track) => spec.Rule switch
    {
        VideoCut rule when track.Handler == "vide" => new VideoTrackCutter(spec.Rendition, track, rule),
        AudioCut rule when track.Handler == "soun" => new AudioTrackCutter(spec.Rendition, track with { Language = spec.Language }, rule),
        _ => throw new Mp4Exception($"Track {spec.Index} is {track.Handler}, not what {spec.Rendition} needs."),
    };

    public InitPart Init()
    {
        var bytes = InitWriter.Write(track, timescale);
        return new InitPart(rendition, CodecString.Of(track.Entry), timescale, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
    }

    /// <summary>Takes a sample in; the segment its data goes to, or null when the sample is not wanted.</summary>
    /// <exception cref="SegmentDefectException">It does not fit the timeline.</exception>
    public abstract PendingSegment? Add(SourceSample sample);

    /// <summary>A segment that is complete now that the last added sample has its data; null when there is none.</summary>
    public abstract SegmentPart? TakeComplete();

    /// <summary>What is left when the input has ended.</summary>
    public abstract IEnumerable<SegmentPart> Finish();

    /// <summary>Key frames of the segments given so far, when enough of them have gathered or the input has <paramref name="ended"/>; null when not.</summary>
    public virtual KeyFramePart? TakeKeyFrames(bool ended) => null;

    protected SegmentPart Close(PendingSegment segment)
    {
        var bytes = SegmentWriter.Write(segment);
        var facts = new SegmentFacts(segment.Number, segment.Start, segment.Duration, segment.Samples.Count, bytes.Length);
        SegmentCheck.Verify(bytes, facts);
        return new SegmentPart(rendition, facts, bytes);
    }
}

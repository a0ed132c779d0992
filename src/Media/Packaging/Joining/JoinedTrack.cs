using StreamPlatform.Domain;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Packaging.Joining;

/// <summary>A rendition joined from what its items made, in chunk order.</summary>
internal sealed record JoinedTrack(string Rendition, string Codecs, int Timescale, IReadOnlyList<SegmentFacts> Segments)
{
    /// <summary>Key frames kept by themselves; none, or all of the track's.</summary>
    public IReadOnlyList<KeyFrameBlob> KeyFrames { get; init; } = [];

    /// <summary>End of the last segment, seconds.</summary>
    public double EndSeconds => Segments.Count == 0 ? 0 : (double)(Segments[^1].Start + Segments[^1].Duration) / Timescale;

    /// <summary>Joins, or says what does not fit (<c>package.*</c>). A rendition nothing was made of has no segments.</summary>
    public static Result<JoinedTrack> Join(string rendition, IReadOnlyList<RenditionOutput> outputs)
    {
        // Chunks behind the true end of a source that claimed to be longer are empty.
        var filled = outputs.Where(output => output.Segments.Count > 0).ToList();
        if (filled.Count == 0) return new JoinedTrack(rendition, "", 1, []);
        var first = filled[0];
        if (filled.Any(output => output.InitHash != first.InitHash || output.Codecs != first.Codecs || output.Timescale != first.Timescale))
            return PackageErrors.InitMismatch(rendition);

        var segments = filled.SelectMany(output => output.Segments).ToList();
        var (number, start) = (0L, 0L);
        foreach (var segment in segments)
        {
            if (segment.Number != number || segment.Start > start) return PackageErrors.Gap(rendition, number);
            if (segment.Start < start) return PackageErrors.Overlap(rendition, number);
            if (segment.Duration <= 0 || segment.Samples <= 0 || segment.Bytes <= 0) return PackageErrors.Gap(rendition, number);
            number++;
            start += segment.Duration;
        }

        var keyFrames = filled.SelectMany(output => output.KeyFrames).ToList();
        return keyFrames.Count > 0 && End(keyFrames) != start
            ? PackageErrors.KeyFrames(rendition)
            : new JoinedTrack(rendition, first.Codecs, first.Timescale, segments) { KeyFrames = keyFrames };
    }

    /// <summary>Where they end that follow each other from 0; null when they don't.</summary>
    private static long? End(List<KeyFrameBlob> blobs)
    {
        var end = 0L;
        foreach (var blob in blobs)
        {
            if (blob.Start != end || blob.Frames.Count == 0) return null;
            end += blob.Frames.Sum(frame => frame.Duration);
        }

        return end;
    }
}

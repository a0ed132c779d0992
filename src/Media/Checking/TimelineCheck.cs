namespace StreamPlatform.Media.Checking;

/// <summary>Checks what only shows between segments and between tracks.</summary>
internal static class TimelineCheck
{
    /// <summary>Each track runs from 0 without hole or overlap.</summary>
    public static IEnumerable<Defect> Continuity(CheckedTrack track)
    {
        var (expected, expectedIndex) = (0L, 0);
        foreach (var segment in track.Segments)
        {
            // A segment that could not be read was reported already; the hole it leaves is no second defect.
            if (segment.Index == expectedIndex && segment.Start != expected)
            {
                var by = $"{Math.Abs(segment.Start - expected)} ticks ({Math.Abs(segment.Start - expected) / (double)track.Timescale:0.###} s)";
                yield return segment.Start > expected
                    ? new Defect(DefectCodes.Gap, $"{track.Where} segment {segment.Index}", $"It starts {by} after {(segment.Index == 0 ? "0" : "the one before it ends")}.")
                    : new Defect(DefectCodes.Overlap, $"{track.Where} segment {segment.Index}", $"It starts {by} before the one before it ends.");
            }

            (expected, expectedIndex) = (segment.Start + segment.Duration, segment.Index + 1);
        }
    }

    /// <summary>Video tracks have the same segments: equal starts and frame counts. One defect a track.</summary>
    public static IEnumerable<Defect> Alignment(IReadOnlyList<CheckedTrack> tracks)
    {
        var video = tracks.Where(track => track.IsVideo && !track.KeyFramesOnly && track.Segments.Count > 0).ToList();
        foreach (var track in video.Skip(1))
        {
            var reference = video[0].Segments.ToDictionary(segment => segment.Index);
            foreach (var segment in track.Segments)
            {
                if (!reference.TryGetValue(segment.Index, out var other)) continue;
                if (segment.Samples == other.Samples && (Int128)segment.Start * video[0].Timescale == (Int128)other.Start * track.Timescale) continue;
                yield return new Defect(
                    DefectCodes.Misaligned, $"{track.Where} segment {segment.Index}",
                    $"It holds {segment.Samples} frames from {segment.Start}; in {video[0].Where} it is {other.Samples} from {other.Start}.");
                break;
            }
        }
    }

    /// <summary>Video tracks list equally many segments.</summary>
    public static IEnumerable<Defect> EqualCounts(IReadOnlyList<(CheckedTrack Track, int Listed)> tracks)
    {
        var video = tracks.Where(pair => pair.Track.IsVideo && !pair.Track.KeyFramesOnly).ToList();
        return video.Skip(1).Where(pair => pair.Listed != video[0].Listed).Select(pair => new Defect(
            DefectCodes.Misaligned, pair.Track.Where, $"It lists {pair.Listed} segments, {video[0].Track.Where} lists {video[0].Listed}."));
    }

    /// <summary>Key frames for trick play last as long as the video.</summary>
    public static IEnumerable<Defect> KeyFrames(IReadOnlyList<CheckedTrack> tracks)
    {
        var end = tracks.Where(track => track.IsVideo && !track.KeyFramesOnly).Select(track => track.EndSeconds).DefaultIfEmpty().Max();
        return tracks.Where(track => track.KeyFramesOnly && Math.Abs(track.EndSeconds - end) > 0.001).Select(track => new Defect(
            DefectCodes.KeyFrames, track.Where, $"It ends at {track.EndSeconds:0.###} s, the video at {end:0.###} s."));
    }

    /// <summary>CODECS names exactly what the init segments hold.</summary>
    public static IEnumerable<Defect> Codecs(IReadOnlyList<CodecsClaim> claims, IReadOnlyList<CheckedTrack> tracks)
    {
        foreach (var claim in claims)
        {
            var found = tracks.Where(track => claim.Tracks.Contains(track.Where) && track.Codecs is not null).Select(track => track.Codecs!).Distinct().Order(StringComparer.Ordinal).ToList();
            if (found.Count == 0) continue;
            var claimed = claim.Codecs?.Split(',', StringSplitOptions.TrimEntries).Distinct().Order(StringComparer.Ordinal).ToList();
            if (claimed is null || !claimed.SequenceEqual(found))
                yield return new Defect(DefectCodes.WrongCodecs, claim.Where, $"CODECS is {claim.Codecs ?? "missing"}, the media is {string.Join(',', found)}.");
        }
    }
}

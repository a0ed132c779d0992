namespace StreamPlatform.Media.Checking;

/// <summary>
/// Reads a presentation as a player would, manifest first and then every segment, and reports defects as data. Bounded: one
/// segment in memory at a time, limited sizes and counts.
/// </summary>
public static class PresentationChecker
{
    private const int MaxSegments = 500_000;
    private const int MaxDefects = 1_000;

    /// <summary>Checks what an HLS multivariant playlist, an HLS media playlist or an MPD lists.</summary>
    /// <param name="fetcher">Its own failures (network) are thrown through; absence is a defect.</param>
    public static async Task<CheckReport> CheckAsync(Uri manifest, IMediaFetcher fetcher, IProgress<CheckProgress>? progress, CancellationToken ct)
    {
        var defects = new List<Defect>();
        var (bytes, segments) = (0L, 0);
        var listed = await new ManifestReader(fetcher, Report).ReadAsync(manifest, ct);
        var total = listed.Tracks.Sum(track => track.Segments.Count);
        if (total > MaxSegments)
        {
            Report(new Defect(DefectCodes.SegmentCount, "manifest", $"It lists {total} segments, more than {MaxSegments}."));
            return new CheckReport(defects, listed.Tracks.Count, 0, 0, 0);
        }

        var reader = new TrackReader(fetcher, Report, Count);
        var texts = new TextTrackCheck(fetcher, Report, Count);
        var media = listed.Tracks.Where(track => !track.IsText).ToList();
        var tracks = new List<CheckedTrack>();
        foreach (var track in listed.Tracks.Where(track => track.IsText))
        {
            await texts.ReadAsync(track, ct);
            segments += track.Segments.Count;
        }

        foreach (var track in media)
        {
            if (track.Segments.Count == 0) Report(new Defect(DefectCodes.SegmentCount, track.Where, "It lists no segments."));
            tracks.Add(await reader.ReadAsync(track, ct));
            segments += tracks[^1].Segments.Count;
            progress?.Report(new CheckProgress(segments, total, defects.Count));
        }

        var own = media.Where(track => track.Codecs is not null).Select(track => new CodecsClaim(track.Where, track.Codecs, [track.Where]));
        var found = tracks.SelectMany(TimelineCheck.Continuity)
            .Concat(TimelineCheck.Alignment(tracks))
            .Concat(TimelineCheck.EqualCounts([.. tracks.Zip(media, (track, list) => (track, list.Segments.Count))]))
            .Concat(TimelineCheck.KeyFrames(tracks))
            .Concat(TimelineCheck.Codecs([.. listed.Claims, .. own], tracks));
        foreach (var defect in found)
            Report(defect);
        return new CheckReport(defects, listed.Tracks.Count, segments, bytes, tracks.Select(track => track.EndSeconds).DefaultIfEmpty().Max());

        void Report(Defect defect)
        {
            if (defects.Count < MaxDefects) defects.Add(defect);
        }

        void Count(long read) => bytes += read;
    }
}

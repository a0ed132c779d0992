using StreamPlatform.Media.Text;

namespace StreamPlatform.Media.Checking;

/// <summary>Reads the files of a text track and reports what is wrong with them.</summary>
internal sealed class TextTrackCheck(IMediaFetcher fetcher, Action<Defect> report, Action<long> read)
{
    public async Task ReadAsync(ListedTrack track, CancellationToken ct)
    {
        for (var i = 0; i < track.Segments.Count; i++)
        {
            var (where, listed) = ($"{track.Where} segment {i}", track.Segments[i]);
            try
            {
                if (await fetcher.GetAsync(listed.Uri, WebVttLimits.MostBytes, ct) is not { } bytes)
                {
                    report(new Defect(DefectCodes.MissingSegment, where, $"The text {listed.Uri.AbsolutePath} is not there."));
                    continue;
                }

                read(bytes.Length);
                WebVttReader.Read(bytes.Span);
                // HLS lists how long a segment is, DASH doesn't; only HLS needs the clocks brought together.
                if (listed.Seconds is not null && bytes.Span.IndexOf("X-TIMESTAMP-MAP="u8) < 0)
                    report(new Defect(DefectCodes.BrokenText, where, "It has no X-TIMESTAMP-MAP: players may show its cues at other times."));
            }
            catch (TextFileException broken)
            {
                report(new Defect(DefectCodes.BrokenText, where, $"Line {broken.Line}: {broken.Message}."));
            }
            catch (InvalidDataException large)
            {
                report(new Defect(DefectCodes.BrokenText, where, large.Message));
            }
        }
    }
}

using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Checking;

/// <summary>Reads every segment of a track and reports what is wrong with each and between neighbours.</summary>
internal sealed class TrackReader(IMediaFetcher fetcher, Action<Defect> report, Action<long> read)
{
    private const long MaxInitBytes = 4 << 20;

    /// <summary>EXTINF is written to the microsecond; half a millisecond is what no player notices.</summary>
    private const decimal ExtInfTolerance = 0.0005m;

    private (Uri Uri, ReadOnlyMemory<byte> Bytes)? _shared;

    public async Task<CheckedTrack> ReadAsync(ListedTrack track, CancellationToken ct)
    {
        var segments = new List<CheckedSegment>();
        var (initUri, init, firstInit, firstBytes) = ((Uri?)null, (InitContent?)null, (InitContent?)null, ReadOnlyMemory<byte>.Empty);
        for (var i = 0; i < track.Segments.Count; i++)
        {
            var listed = track.Segments[i];
            if (listed.Init != initUri)
            {
                initUri = listed.Init;
                init = null;
                if (initUri is not null && await FetchAsync(initUri, MaxInitBytes, track.Where, "init segment", ct) is { } bytes)
                {
                    init = Parse(track.Where, "init segment", () => InitContent.Read(bytes));
                    if (firstInit is null) (firstInit, firstBytes) = (init, bytes);
                    else if (!bytes.Span.SequenceEqual(firstBytes.Span))
                        report(new Defect(DefectCodes.InitMismatch, Where(track, i), "Its init segment differs from the track's first one."));
                }
            }

            if (init is not null && await ReadSegmentAsync(track, i, init, ct) is { } segment) segments.Add(segment);
        }

        return new CheckedTrack(track.Where, firstInit?.IsVideo ?? false, firstInit?.Codecs, firstInit?.Timescale ?? 0, segments) { KeyFramesOnly = track.KeyFramesOnly };
    }

    private async Task<CheckedSegment?> ReadSegmentAsync(ListedTrack track, int index, InitContent init, CancellationToken ct)
    {
        var (listed, where) = (track.Segments[index], Where(track, index));
        if (await FetchSegmentAsync(listed, where, ct) is not { } bytes) return null;
        if (Parse(where, "segment", () => SegmentContent.Read(bytes, init.Defaults)) is not { } content) return null;

        if (content.TrackId != init.TrackId) report(new Defect(DefectCodes.InitMismatch, where, $"It holds track {content.TrackId}, its init segment describes {init.TrackId}."));
        if (init.IsVideo) CheckVideo(where, init, content, bytes);
        if (track.KeyFramesOnly && (!content.Samples.All(sample => IsKey(sample, init, bytes)) || (listed.Range is not null && content.Samples.Count > 1)))
            report(new Defect(DefectCodes.KeyFrames, where, $"It holds {content.Samples.Count} frames, {content.Samples.Count(sample => IsKey(sample, init, bytes))} of them key frames."));
        if (content.SampleBytes != content.DataBytes) report(new Defect(DefectCodes.BrokenBox, where, $"Samples take {content.SampleBytes} of {content.DataBytes} bytes of media data."));
        var seconds = (decimal)content.Duration / init.Timescale;
        if (listed.Seconds is { } claimed && Math.Abs(claimed - seconds) > ExtInfTolerance)
            report(new Defect(DefectCodes.WrongExtInf, where, $"EXTINF says {claimed} s, the samples last {seconds:0.######} s."));
        if (listed.Timescale is { } timescale && (timescale != init.Timescale || listed.Start != content.Start || listed.Duration != content.Duration))
        {
            report(new Defect(
                DefectCodes.DashMismatch, where,
                $"The MPD says {listed.Start}+{listed.Duration} at {timescale}, the segment {content.Start}+{content.Duration} at {init.Timescale}."));
        }

        return new CheckedSegment(index, content.Start, content.Duration, content.Samples.Count);
    }

    private void CheckVideo(string where, InitContent init, SegmentContent content, ReadOnlyMemory<byte> bytes)
    {
        if (!IsKey(content.Samples[0], init, bytes)) report(new Defect(DefectCodes.NoKeyFrame, where, "It does not start with a key frame."));
        if (!content.Presents()) report(new Defect(DefectCodes.Composition, where, "Its frames are not shown one after the other over exactly its own time."));
    }

    private static bool IsKey(SourceSample sample, InitContent init, ReadOnlyMemory<byte> bytes) =>
        sample.IsSync && (init.AvcLengthSize is not { } lengthSize || AvcKeyFrame.IsIdr(bytes.Span.Slice((int)sample.Offset, sample.Size), lengthSize));

    /// <summary>The segment; of a resource that holds several, the resource is fetched once for all that follow each other.</summary>
    private async Task<ReadOnlyMemory<byte>?> FetchSegmentAsync(ListedSegment listed, string where, CancellationToken ct)
    {
        if (listed.Range is not { } range) return await FetchAsync(listed.Uri, PendingSegment.MaxBytes, where, "segment", ct);
        if (_shared?.Uri != listed.Uri) _shared = await FetchAsync(listed.Uri, PendingSegment.MaxBytes, where, "segment", ct) is { } all ? (listed.Uri, all) : null;
        if (_shared is not { } shared) return null;
        if (range.Offset <= shared.Bytes.Length - range.Length) return shared.Bytes.Slice(range.Offset, range.Length);
        report(new Defect(DefectCodes.BrokenBox, where, $"Bytes {range} are listed of {shared.Bytes.Length}."));
        return null;
    }

    private async Task<ReadOnlyMemory<byte>?> FetchAsync(Uri uri, long maxBytes, string where, string what, CancellationToken ct)
    {
        try
        {
            if (await fetcher.GetAsync(uri, maxBytes, ct) is { } bytes)
            {
                read(bytes.Length);
                return bytes;
            }

            report(new Defect(DefectCodes.MissingSegment, where, $"The {what} {uri.AbsolutePath} is not there."));
        }
        catch (InvalidDataException large)
        {
            report(new Defect(DefectCodes.BrokenBox, where, large.Message));
        }

        return null;
    }

    private T? Parse<T>(string where, string what, Func<T> parse)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (Mp4Exception broken)
        {
            report(new Defect(DefectCodes.BrokenBox, where, $"The {what} can't be read: {broken.Message}"));
            return null;
        }
    }

    private static string Where(ListedTrack track, int index) => $"{track.Where} segment {index}";
}

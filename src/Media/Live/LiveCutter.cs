using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Live;

/// <summary>
/// Cuts ffmpeg's fragmented MP4, as it comes from a pipe, into the parts and segments of a live presentation, each part the
/// moment that its last sample is there. Use <c>-frag_duration 1</c>, a fragment a sample: with <c>frag_every_frame</c> its times
/// are wrong. Each track's first sample is put at the start of the timeline, so the encoder has to start all of them together.
/// </summary>
public sealed class LiveCutter(LivePresentation presentation)
{
    private const int BufferBytes = 64 << 10;

    /// <summary>Cuts to the end, which every track then has, however it came about.</summary>
    /// <exception cref="Mp4Exception">The input is not readable MP4, ends within a box, or has not the tracks that were announced.</exception>
    /// <exception cref="SegmentDefectException">The samples don't fit the grid.</exception>
    public async Task CutAsync(Stream fragmentedMp4, CancellationToken ct)
    {
        List<LiveTrackCutter> cutters = [];
        try
        {
            await using var buffered = new BufferedStream(fragmentedMp4, BufferBytes);
            var reader = new FragmentReader(buffered);
            var sources = await reader.ReadTracksAsync(ct);
            if (sources.Count != presentation.Tracks.Count) throw new Mp4Exception($"The input has {sources.Count} tracks, not {presentation.Tracks.Count}.");
            foreach (var (track, source) in presentation.Tracks.Zip(sources))
                cutters.Add(LiveTrackCutter.Begin(track, source, presentation.Grid));
            var byTrack = cutters.ToDictionary(cutter => cutter.TrackId);
            await foreach (var sample in reader.ReadSamplesAsync(ct))
            {
                if (!byTrack.TryGetValue(sample.TrackId, out var cutter)) throw new Mp4Exception($"A sample is of track {sample.TrackId}, which there is not.");
                if (cutter.Add(sample) is not { } part) continue;
                for (var left = sample.Size; left > 0;)
                {
                    var room = part.Room(left);
                    await reader.ReadDataAsync(room, ct);
                    left -= room.Length;
                }

                cutter.Fill();
            }

            // All end with the same part, and at its end: players wait for ever for what only one track has.
            var parts = cutters.Max(cutter => cutter.Parts);
            foreach (var cutter in cutters)
                cutter.Finish(parts);
        }
        finally
        {
            foreach (var track in presentation.Tracks)
                track.End();
        }
    }
}

using System.Runtime.CompilerServices;
using StreamPlatform.Media.Mp4;

namespace StreamPlatform.Media.Packaging.Cutting;

/// <summary>
/// Cuts ffmpeg's fragmented MP4, as it comes from a pipe, into CMAF init segments and segments (ISO/IEC 23000-19), one set a
/// rendition. Fragments may be cut anywhere and tracks may be interleaved. Each track's first sample is put at the start of
/// its timeline, so the encoder has to start all of them together (video from time 0, audio padded to it). Use ffmpeg's
/// <c>frag_keyframe</c>: with <c>frag_every_frame</c> its times are wrong for the last frames.
/// The same samples always give the same bytes.
/// </summary>
public sealed class SegmentCutter(IReadOnlyList<TrackSpec> tracks)
{
    private const int BufferBytes = 64 << 10;

    /// <summary>
    /// The parts, each as soon as it is complete. Memory is bounded by two unfinished segments a rendition. Tracks of the
    /// input without a <see cref="TrackSpec"/> are skipped; a rendition without samples gives only its init segment.
    /// The stream is disposed with the enumerator.
    /// </summary>
    /// <exception cref="Mp4Exception">The input is not readable MP4 or ends within a box.</exception>
    /// <exception cref="SegmentDefectException">The samples don't fit the grid.</exception>
    public async IAsyncEnumerable<CutPart> CutAsync(Stream fragmentedMp4, [EnumeratorCancellation] CancellationToken ct)
    {
        // Samples of audio are a few hundred bytes: without a buffer each would be a system call of its own.
        await using var buffered = new BufferedStream(fragmentedMp4, BufferBytes);
        var reader = new FragmentReader(buffered);
        var sources = await reader.ReadTracksAsync(ct);
        var cutters = new Dictionary<uint, TrackCutter>();
        foreach (var spec in tracks)
        {
            if (spec.Index < 0 || spec.Index >= sources.Count) throw new Mp4Exception($"The input has {sources.Count} tracks, none for {spec.Rendition}.");
            var source = sources[spec.Index];
            var cutter = TrackCutter.Create(spec, source);
            if (!cutters.TryAdd(source.Id, cutter)) throw new Mp4Exception($"Track {source.Id} is there twice, or was asked for twice.");
            yield return cutter.Init();
        }

        await foreach (var sample in reader.ReadSamplesAsync(ct))
        {
            if (!cutters.TryGetValue(sample.TrackId, out var cutter) || cutter.Add(sample) is not { } segment) continue;
            for (var left = sample.Size; left > 0;)
            {
                var room = segment.Room(left);
                await reader.ReadDataAsync(room, ct);
                left -= room.Length;
            }

            if (cutter.TakeComplete() is not { } part) continue;
            yield return part;
            if (cutter.TakeKeyFrames(ended: false) is { } keys) yield return keys;
        }

        foreach (var cutter in cutters.Values)
        {
            foreach (var part in cutter.Finish())
                yield return part with { IsRemainder = true };
            if (cutter.TakeKeyFrames(ended: true) is { } keys) yield return keys with { IsRemainder = true };
        }
    }
}

using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Pictures;

/// <summary>
/// Runs ffmpeg for pictures of any number of kinds at once: each kind is a track of a fragmented QuickTime file that comes
/// by the one pipe there is, each picture a sample with its time.
/// </summary>
internal sealed class TrackFrames(Tool ffmpeg)
{
    /// <summary>Fragments as soon as they are complete, times in milliseconds.</summary>
    public const string Output = "-an -sn -dn -map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -video_track_timescale 1000 -movflags +empty_moov+frag_keyframe+default_base_moof -flush_packets 1 -f mov";

    private const int MaxFrameBytes = 16 << 20;
    private const int BufferBytes = 64 << 10;

    /// <summary>Hands each picture over as it comes: its track, its time in seconds from the first one's, its bytes.</summary>
    /// <exception cref="ToolKilledException">Somebody killed ffmpeg.</exception>
    public async Task<ToolExit> RunAsync(string arguments, ToolLimits limits, Action<int, double, byte[]> take, CancellationToken ct) =>
        await ffmpeg.RunAsync(arguments, limits, (output, stop) => ReadAsync(output, take, stop), ct);

    private static async Task ReadAsync(Stream output, Action<int, double, byte[]> take, CancellationToken ct)
    {
        try
        {
            var reader = new FragmentReader(new BufferedStream(output, BufferBytes));
            var tracks = (await reader.ReadTracksAsync(ct)).Select((track, index) => (track.Id, track.Timescale, Index: index)).ToDictionary(track => track.Id);
            await foreach (var sample in reader.ReadSamplesAsync(ct))
            {
                if (sample.Size > MaxFrameBytes || !tracks.TryGetValue(sample.TrackId, out var track))
                    continue;
                var bytes = new byte[sample.Size];
                await reader.ReadDataAsync(bytes, ct);
                take(track.Index, (double)sample.DecodeTime / track.Timescale, bytes);
            }
        }
        catch (Mp4Exception)
        {
            // An ffmpeg that found nothing to decode writes nothing, one that fails ends anywhere: what came is there.
        }
    }
}

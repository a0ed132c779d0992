using System.Globalization;

namespace StreamPlatform.Media.Live;

/// <summary>
/// The command line of a broadcast: FLV from a pipe, decoded once, every rung and the sound as tracks of one fragmented MP4 to a
/// pipe. Everything that would hold pictures back is off: no frames ahead, no B-frames, no decoding in several frames at once.
/// </summary>
internal static class LiveCommand
{
    public static string For(LiveGrid grid, IReadOnlyList<LiveRung> rungs, LiveSource source)
    {
        var sound = source.HasAudio ? ";[0:a:0]aresample=48000:async=1:first_pts=0,aformat=channel_layouts=stereo[a]" : "";
        return string.Join(' ',
        [
            // A header of each track is all that has to be seen before decoding can start.
            "-v error -nostdin -protocol_whitelist pipe -format_whitelist flv -fflags nobuffer -probesize 32 -analyzeduration 0 -fpsprobesize 0 -threads 1 -f flv -i pipe:0",
            $"-filter_complex_threads 1 -filter_complex \"{Pictures(grid, rungs)}{sound}\"",
            .. rungs.Select((_, index) => $"-map [v{index}]"),
            .. rungs.Select((rung, index) => Encoder(grid, rung, index)),
            source.HasAudio ? "-map [a] -c:a aac -b:a 128k" : "",
            // Of a track that has stopped nothing is waited for longer than this.
            "-max_interleave_delta 300000 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1",
            string.Create(CultureInfo.InvariantCulture, $"-video_track_timescale {grid.Video.Timescale}"),
            "-movflags +empty_moov+default_base_moof+negative_cts_offsets+cmaf -frag_duration 1 -flush_packets 1 -f mp4 pipe:1",
        ]);
    }

    private static string Pictures(LiveGrid grid, IReadOnlyList<LiveRung> rungs)
    {
        var frames = $"[0:v:0]fps=fps={grid.Video.FrameRate}:start_time=0:round=near";
        var sizes = rungs.Select((rung, index) => string.Create(CultureInfo.InvariantCulture, $"scale={rung.Width}:{rung.Height},setsar=1,format=yuv420p{(index + 1 < rungs.Count ? $",split=2[v{index}][s{index + 1}]" : $"[v{index}]")}"));
        return string.Join(';', sizes.Select((size, index) => index == 0 ? $"{frames},{size}" : $"[s{index}]{size}"));
    }

    private static string Encoder(LiveGrid grid, LiveRung rung, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"-c:v:{index} libx264 -a53cc:v:{index} 0 -preset:v:{index} veryfast -tune:v:{index} zerolatency -profile:v:{index} high -crf:v:{index} 23 -maxrate:v:{index} {rung.Bitrate} -bufsize:v:{index} {rung.Bitrate / 2} -g:v:{index} {grid.Video.GopFrames} -x264-params:v:{index} keyint={grid.Video.GopFrames}:min-keyint={grid.Video.GopFrames}:scenecut=0:open-gop=0:force-cfr=1");
}

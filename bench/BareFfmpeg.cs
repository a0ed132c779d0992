namespace StreamPlatform.Bench;

/// <summary>The baseline: ffmpeg by itself, with our encoder settings, writing files.</summary>
internal static class BareFfmpeg
{
    /// <summary>The rungs of a 1080p source.</summary>
    public static IReadOnlyList<(string Name, int Width, int Height, double Mbps)> Ladder { get; } =
    [
        ("1080p", 1920, 1080, 8), ("720p", 1280, 720, 5), ("480p", 854, 480, 2.5), ("360p", 640, 360, 1), ("240p", 426, 240, 0.5),
    ];

    /// <summary>Motion, texture and a tone, 1080p30 at a bitrate a camera would give.</summary>
    public static async Task MakeSourceAsync(string file, int seconds, CancellationToken ct) =>
        await Measured.RunAsync(
            "ffmpeg",
            [
                "-v", "error", "-nostdin", "-f", "lavfi", "-i", $"testsrc2=size=1920x1080:rate=30:duration={seconds}",
                "-f", "lavfi", "-i", $"sine=frequency=440:sample_rate=48000:duration={seconds}",
                "-vf", "noise=alls=12:allf=t", "-c:v", "libx264", "-preset", "ultrafast", "-b:v", "10M", "-pix_fmt", "yuv420p",
                "-c:a", "aac", "-movflags", "+faststart", file,
            ],
            null,
            ct);

    /// <summary>One process: decode once, split to every rung, audio beside them.</summary>
    public static Task<MeasuredRun> LadderAsync(string source, string folder, CancellationToken ct)
    {
        var split = $"[0:v]split={Ladder.Count}" + string.Concat(Ladder.Select((_, i) => $"[s{i}]")) + ";" +
            string.Join(';', Ladder.Select((rung, i) => $"[s{i}]scale={rung.Width}:{rung.Height}[v{i}]"));
        var arguments = new List<string> { "-v", "error", "-nostdin", "-y", "-i", source, "-filter_complex", split };
        foreach (var (rung, i) in Ladder.Select((rung, i) => (rung, i)))
            arguments.AddRange(["-map", $"[v{i}]", .. Encoder(rung), Path.Combine(folder, $"bare-{rung.Name}.mp4")]);
        arguments.AddRange(["-map", "0:a:0", "-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000", Path.Combine(folder, "bare-audio.mp4")]);
        return Measured.RunAsync("ffmpeg", arguments, null, ct);
    }

    public static IEnumerable<string> Encoder((string Name, int Width, int Height, double Mbps) rung) =>
    [
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-profile:v", "high", "-threads", "1",
        "-maxrate", FormattableString.Invariant($"{rung.Mbps * 1.5}M"), "-bufsize", FormattableString.Invariant($"{rung.Mbps * 2}M"), "-g", "60", "-keyint_min", "60", "-sc_threshold", "0",
        "-x264-params", "scenecut=0:open-gop=0:stitchable=1:force-cfr=1",
        "-movflags", "+cmaf+frag_keyframe+empty_moov+negative_cts_offsets",
    ];
}

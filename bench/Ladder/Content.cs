namespace StreamPlatform.Bench.Ladder;

/// <summary>One of the four titles of the ladder bench.</summary>
internal sealed record Content(string Name, string File)
{
    /// <summary>Variable of the folder with real clips; without it the two titles that are real have generated stand-ins.</summary>
    private const string Clips = "STREAMPLATFORM_CLIPS";

    private const int Seconds = 24;

    /// <summary>
    /// Fixed before anything was tuned. Motion: cars on a road from a fixed camera (real, 768×432). Talking head: a person
    /// before a fixed camera (real, 768×432, 10 fps). Screen: program text that scrolls line by line (1080p30). Animation: hard-edged
    /// cells that live and die over drifting gradients (1080p24).
    /// </summary>
    public static async Task<IReadOnlyList<Content>> MakeAsync(string folder, CancellationToken ct)
    {
        var real = Environment.GetEnvironmentVariable(Clips);
        return
        [
            real is null ? await MotionAsync(folder, ct) : await CutAsync("motion", Path.Combine(real, "intel_car-detection.mp4"), folder, ct),
            real is null ? await TalkingHeadAsync(folder, ct) : await CutAsync("talkingHead", Path.Combine(real, "intel_one-by-one-person-detection.mp4"), folder, ct),
            await ScreenAsync(folder, ct),
            await AnimationAsync(folder, ct),
        ];
    }

    private static Task<Content> CutAsync(string name, string clip, string folder, CancellationToken ct) =>
        MakeAsync(name, folder, ["-i", clip, "-t", $"{Seconds}", "-c", "copy"], ct);

    private static Task<Content> MotionAsync(string folder, CancellationToken ct) => MakeAsync(
        "motion",
        folder,
        [.. Generated($"mandelbrot=s=1280x720:r=30:start_scale=2:end_scale=0.02:end_pts=720"), "-vf", "noise=alls=10:allf=t,format=yuv420p", .. Lossy],
        ct);

    private static Task<Content> TalkingHeadAsync(string folder, CancellationToken ct) => MakeAsync(
        "talkingHead",
        folder,
        [
            .. Generated("gradients=s=1280x720:r=25:c0=0x445566:c1=0x778899:n=2:speed=0.001:seed=3"), .. Generated("cellauto=s=240x320:r=5:rule=110:seed=5"),
            "-filter_complex", "[1]format=yuv420p,gblur=3,fps=25[h];[0][h]overlay=x='520+12*sin(t*2)':y='200+8*cos(t*3)',noise=alls=4:allf=t,format=yuv420p", .. Lossy,
        ],
        ct);

    private static async Task<Content> ScreenAsync(string folder, CancellationToken ct)
    {
        var text = Path.Combine(folder, "screen.txt");
        await System.IO.File.WriteAllLinesAsync(text, ProgramText(), ct);
        return await MakeAsync(
            "screen",
            folder,
            [
                .. Generated("color=c=0x1e1e1e:s=1920x1080:r=30"),
                "-vf", $"drawtext=textfile={text}:fontcolor=0xd4d4d4:fontsize=28:x=60:y='60-30*floor(t*2)':line_spacing=6,drawbox=x=0:y=0:w=iw:h=48:color=0x333333:t=fill,format=yuv420p",
                .. Lossy,
            ],
            ct);
    }

    private static Task<Content> AnimationAsync(string folder, CancellationToken ct) => MakeAsync(
        "animation",
        folder,
        [
            .. Generated("gradients=s=1920x1080:r=24:c0=0x87ceeb:c1=0xf4a460:c2=0x98fb98:n=3:speed=0.01:seed=5"),
            .. Generated("life=s=96x54:r=6:mold=20:life_color=0xe04040:death_color=0x4040c0:mold_color=0xf0d040:seed=11:ratio=0.25"),
            "-filter_complex", "[1]scale=1920:1080:flags=neighbor,format=rgba,colorkey=0x000000:0.1:0,fps=24[l];[0][l]overlay=x='20*sin(t)':y='20*cos(t)',format=yuv420p",
            .. Lossy,
        ],
        ct);

    private static string[] Generated(string source) => ["-f", "lavfi", "-t", $"{Seconds}", "-i", source];

    /// <summary>As good as lossless, at a size that can be handled.</summary>
    private static string[] Lossy => ["-t", $"{Seconds}", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "8"];

    private static async Task<Content> MakeAsync(string name, string folder, IEnumerable<string> arguments, CancellationToken ct)
    {
        var file = Path.Combine(folder, $"{name}.mp4");
        await Measured.RunAsync("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments, "-an", file], null, ct);
        return new Content(name, file);
    }

    /// <summary>Lines of words at indents, the same each time.</summary>
    private static IEnumerable<string> ProgramText()
    {
        string[] words = ["let", "const", "return", "await", "string", "public", "sealed", "record", "int", "foreach", "if", "null", "stream", "segment", "rendition", "ladder", "frame"];
        string[] ends = ["", "(", ");", " =", ";", " {"];
        var state = 7u;
        for (var line = 0; line < 400; line++)
            yield return new string(' ', 2 * Next(5)) + string.Join(' ', Enumerable.Range(0, 2 + Next(10)).Select(_ => words[Next(words.Length)] + ends[Next(ends.Length)]));

        int Next(int below)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)below);
        }
    }
}

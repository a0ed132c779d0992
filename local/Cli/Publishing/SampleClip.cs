using StreamPlatform.Local.Cli.Machine;

namespace StreamPlatform.Local.Cli.Publishing;

/// <summary>Makes a clip to try the platform with: ten seconds of moving pictures and a tone.</summary>
internal static class SampleClip
{
    public static async Task<string> MakeAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "sample.mp4");
        if (File.Exists(file))
        {
            return file;
        }

        var draft = Path.Combine(folder, $"sample-{Environment.ProcessId}.mp4");
        var made = await Tool.TryRunAsync(
            "ffmpeg",
            [
                "-v", "error", "-nostdin", "-y",
                "-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=30:duration=10",
                "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=10",
                "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart", draft,
            ],
            ct);
        if (made is not { Succeeded: true })
        {
            throw new CommandFailure("cli.no_sample", $"ffmpeg could not make the sample clip: {made?.LastWords ?? "it is not installed"}.");
        }

        File.Move(draft, file, overwrite: true);
        return file;
    }
}

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>Inputs the tests make themselves, with ffmpeg's generators.</summary>
internal static class Samples
{
    /// <summary>A moving test picture with a tone: H.264 and AAC in MP4.</summary>
    public static async Task<string> VideoAsync(string folder, string name, int seconds, string size = "1920x1080", int rate = 30)
    {
        var file = Path.Combine(folder, name);
        await FfmpegAsync(
            "-f", "lavfi", "-i", $"testsrc2=size={size}:rate={rate}:duration={seconds}",
            "-f", "lavfi", "-i", $"sine=frequency=440:sample_rate=48000:duration={seconds}",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart", file);
        return file;
    }

    public static async Task<string> BytesAsync(string folder, string name, byte[] content)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(file, content);
        return file;
    }

    public static async Task FfmpegAsync(params string[] arguments)
    {
        var run = await CommandLine.RunAsync("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments], TimeSpan.FromMinutes(2));
        Assert.True(run.ExitCode == 0, run.Errors);
    }
}

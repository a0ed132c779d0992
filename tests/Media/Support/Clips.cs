using System.Collections.Concurrent;
using System.Diagnostics;

namespace StreamPlatform.Media.Tests.Support;

/// <summary>Makes small inputs with ffmpeg, each command once a test run.</summary>
public static class Clips
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("clips-").FullName;
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new();
    private static int _next;

    static Clips() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>A file made by these ffmpeg arguments; the extension picks the container.</summary>
    public static Task<string> MakeAsync(string extension, string arguments) =>
        Made.GetOrAdd($"{extension} {arguments}", _ => new Lazy<Task<string>>(() => RunAsync(extension, arguments))).Value;

    /// <summary>Moving test picture with a tone, H.264 and AAC in MP4.</summary>
    public static Task<string> VideoAsync(string size = "320x180", string rate = "30", double seconds = 2, string more = "") => MakeAsync(
        "mp4",
        FormattableString.Invariant($"-f lavfi -i testsrc2=s={size}:r={rate}:d={seconds} -f lavfi -i sine=f=440:r=48000:d={seconds} -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac {more}"));

    /// <summary>A new path in the folder that goes when the tests end.</summary>
    public static string NewPath(string extension) => Path.Combine(Folder, $"{Interlocked.Increment(ref _next)}.{extension}");

    private static async Task<string> RunAsync(string extension, string arguments)
    {
        var file = NewPath(extension);
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", $"-v error -nostdin -y {arguments} \"{file}\"") { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? file : throw new InvalidOperationException(errors);
    }
}

using System.Diagnostics;

namespace StreamPlatform.Media.Tests.Packaging;

/// <summary>Runs the installed ffmpeg and ffprobe, as the tests' second opinion and source of real input.</summary>
internal static class Ffmpeg
{
    /// <summary>What ffmpeg writes to <c>pipe:1</c>.</summary>
    public static Task<byte[]> MakeAsync(string arguments) => RunAsync("ffmpeg", $"-v error -nostdin {arguments} pipe:1", []);

    /// <summary>What ffmpeg makes of the piped media.</summary>
    public static Task<byte[]> ConvertAsync(byte[] media, string arguments) => RunAsync("ffmpeg", $"-v error {arguments} pipe:1", media);

    /// <summary>Decodes everything; throws when ffmpeg complains about anything.</summary>
    public static Task DecodeAsync(byte[] media) => RunAsync("ffmpeg", "-v warning -xerror -i pipe:0 -f null -", media);

    /// <summary>ffmpeg's list of the decoded frames of a stream: number, times, size and hash of each.</summary>
    public static Task<byte[]> HashAsync(byte[] media, string stream) =>
        RunAsync("ffmpeg", $"-v warning -i pipe:0 -map 0:{stream}:0 -copyts -fps_mode passthrough -enc_time_base -1 -f framemd5 pipe:1", media);

    /// <summary>Lines of ffprobe's compact output for the piped media.</summary>
    public static async Task<string[]> ProbeAsync(byte[] media, string arguments)
    {
        var output = await RunAsync("ffprobe", $"-v warning {arguments} -of csv=p=0 -i pipe:0", media);
        return System.Text.Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static async Task<byte[]> RunAsync(string tool, string arguments, byte[] input)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has stopped reading; what it says about that is below.
        }

        await reading;
        await process.WaitForExitAsync();
        var said = await errors;
        if (process.ExitCode != 0 || said.Length > 0) throw new InvalidOperationException($"{tool} {arguments}: exit {process.ExitCode}: {said}");
        return output.ToArray();
    }
}

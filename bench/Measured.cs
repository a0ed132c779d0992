using System.Diagnostics;
using System.Globalization;

namespace StreamPlatform.Bench;

/// <summary>What a command printed and the processor time it and every process it waited for used.</summary>
internal sealed record MeasuredRun(string Output, double CpuSeconds);

/// <summary>
/// Runs commands under the shell's <c>time</c>, which adds up the kernel's own accounting of the command and of all its
/// descendants that were waited for.
/// </summary>
internal static class Measured
{
    public static string RepositoryRoot { get; } = FindRoot();

    public static async Task<MeasuredRun> RunAsync(
        string command, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken ct)
    {
        const string Timed = "TIMEFORMAT='cpu %U %S'; time \"$@\"";
        using var process = Start("bash", ["-c", Timed, "bash", command, .. arguments], environment);
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {errors}");
        var times = errors.Split('\n').Last(line => line.StartsWith("cpu ", StringComparison.Ordinal)).Split(' ');
        return new MeasuredRun(
            await output,
            double.Parse(times[1], CultureInfo.InvariantCulture) + double.Parse(times[2], CultureInfo.InvariantCulture));
    }

    public static Process Start(string command, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(command) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "StreamPlatform.sln")))
                return folder.FullName;
        throw new InvalidOperationException("StreamPlatform.sln was not found above the bench's folder.");
    }
}

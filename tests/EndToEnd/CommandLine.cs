using System.Diagnostics;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>What a finished command left.</summary>
internal sealed record Finished(int ExitCode, string Output, string Errors);

/// <summary>Runs a command to its end with both pipes drained and a bound on its time.</summary>
internal static class CommandLine
{
    public static async Task<Finished> RunAsync(
        string command,
        IEnumerable<string> arguments,
        TimeSpan limit,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(command, arguments, environment);
        using var timeout = new CancellationTokenSource(limit);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end within {limit.TotalSeconds} s. It said: {await errors}");
        }

        return new Finished(process.ExitCode, await output, await errors);
    }

    public static Process Start(string command, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
        process.StandardInput.Close();
        return process;
    }
}

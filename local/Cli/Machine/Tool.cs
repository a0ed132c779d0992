using System.Diagnostics;

namespace StreamPlatform.Local.Cli.Machine;

/// <summary>What a finished program left.</summary>
internal sealed record Ran(int ExitCode, string Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last line that says something, errors first: usually the reason.</summary>
    public string LastWords => Last(Errors) ?? Last(Output) ?? $"exit code {ExitCode}";

    private static string? Last(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
}

/// <summary>Runs programs to their end, both pipes drained; they end with the command when it is interrupted.</summary>
internal static class Tool
{
    /// <summary>Runs and gives what it printed; null when there is no such program.</summary>
    public static Task<Ran?> TryRunAsync(string program, IEnumerable<string> arguments, CancellationToken ct) =>
        TryRunAsync(program, arguments, null, null, ct);

    /// <param name="line">Gets each line of output or errors as it comes.</param>
    public static async Task<Ran?> TryRunAsync(
        string program, IEnumerable<string> arguments, string? folder, Action<string>? line, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        using (process)
        {
            process.StandardInput.Close();
            var output = DrainAsync(process.StandardOutput, line);
            var errors = DrainAsync(process.StandardError, line);
            try
            {
                await process.WaitForExitAsync(ct);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            return new(process.ExitCode, await output, await errors);
        }
    }

    /// <summary>The full path of a program, as the shell would find it; null when there is none.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    private static async Task<string> DrainAsync(StreamReader reader, Action<string>? told)
    {
        var text = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            text.Append(line).Append('\n');
            told?.Invoke(line);
        }

        return text.ToString();
    }
}

using System.Diagnostics;

namespace StreamPlatform.Local.Cli.Machine;

/// <summary>Runs a program that talks to the terminal itself.</summary>
internal static class PassThrough
{
    public static async Task<int> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder })!;
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;
    }
}

using System.Diagnostics;

namespace StreamPlatform.Local.Host.Jobs;

/// <summary>One run of a job's program.</summary>
internal sealed class JobProcess : IDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private readonly Process _process;

    private JobProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Starts it with its output going to a log.</summary>
    public static async Task<JobProcess> StartAsync(ForkingThread forking, IReadOnlyList<string> command, Action<ProcessStartInfo> prepare, JobLog log)
    {
        var process = await forking.StartAsync(command, start =>
        {
            start.RedirectStandardOutput = true;
            start.RedirectStandardError = true;
            start.RedirectStandardInput = false;
            prepare(start);
        });
        process.OutputDataReceived += (_, line) => log.Write(line.Data);
        process.ErrorDataReceived += (_, line) => log.Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new JobProcess(process);
    }

    /// <summary>Its exit code, or null when it was stopped because we stop.</summary>
    public async Task<int?> WaitAsync(TimeProvider time, CancellationToken stop)
    {
        try
        {
            await _process.WaitForExitAsync(stop);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await StopAsync(time);
            return null;
        }
    }

    public void Dispose() => _process.Dispose();

    /// <summary>A process that ends in order hands its message back; that of another is found by its lease, or comes back by itself.</summary>
    private async Task StopAsync(TimeProvider time)
    {
        Native.Terminate(_process.Id);
        try
        {
            await _process.WaitForExitAsync().WaitAsync(StopLimit, time);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }
}

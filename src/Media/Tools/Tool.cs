using System.Diagnostics;
using System.Globalization;

namespace StreamPlatform.Media.Tools;

/// <summary>
/// Runs ffmpeg or ffprobe as a child that dies with this process and can't use more than its limits. Commands come from
/// FFMpegCore's argument model; its own runner is not used because it reads standard output as text lines, checks the
/// version with a second process each time, keeps all of standard error, and has no place for limits.
/// </summary>
internal sealed class Tool(string program, TimeProvider time)
{
    /// <summary>nice(1): the program can't be run, or is not there.</summary>
    private const int NotRun = 126, NotFound = 127;

    /// <summary>128 + SIGKILL.</summary>
    private const int Killed = 137;

    // util-linux and coreutils; where they are missing (not Linux) children run without limits but still under the wall clock.
    private static readonly bool CanLimit = File.Exists("/usr/bin/setpriv") && File.Exists("/usr/bin/prlimit") && File.Exists("/usr/bin/nice");

    /// <summary>Runs to the end; <paramref name="read"/> gets standard output and may stop reading at any time.</summary>
    /// <param name="write">Writes standard input, which is closed after it; null for none. It stops when the child does.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the child has been killed.</exception>
    /// <exception cref="ToolKilledException">Somebody else killed the child.</exception>
    /// <exception cref="ToolMissingException">There is no such program, or it can't be run.</exception>
    public async Task<ToolExit> RunAsync(string arguments, ToolLimits limits, Func<Stream, CancellationToken, Task> read, CancellationToken ct, Func<Stream, CancellationToken, Task>? write = null)
    {
        using var clock = new CancellationTokenSource(limits.WallClock, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, clock.Token);
        using var process = new Process { StartInfo = Describe(arguments, limits) };
        await ProcessStarter.StartAsync(process);
        await using var killed = stop.Token.Register(() => Kill(process));

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var writing = WriteAsync(process, write, ended.Token);
        var lingers = false;
        var tail = new LineTail(limits.LinesKept);
        var errors = tail.ReadAsync(process.StandardError, CancellationToken.None);
        try
        {
            await read(process.StandardOutput.BaseStream, stop.Token);
        }
        catch (Exception e) when (clock.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            // The time limit killed it; that is the result, told below.
        }
        finally
        {
            // The reader may have had enough before the child has: a full pipe would hold it for ever.
            process.StandardOutput.Close();
            if (stop.IsCancellationRequested)
                Kill(process);
            await Task.WhenAny(process.WaitForExitAsync(CancellationToken.None), Task.Delay(TimeSpan.FromSeconds(5), time, CancellationToken.None));
            lingers = !process.HasExited;
            Kill(process);
            await process.WaitForExitAsync(CancellationToken.None);
            await errors;
            await ended.CancelAsync();
            await writing;
        }

        ct.ThrowIfCancellationRequested();

        // Its limits end it in other ways: SIGXCPU comes long before the kernel's last resort, memory is refused.
        if (process.ExitCode == Killed && !lingers && !clock.IsCancellationRequested)
            throw new ToolKilledException(Path.GetFileName(program));
        if (CanLimit && process.ExitCode is NotRun or NotFound)
            throw new ToolMissingException(program);
        return new ToolExit(process.ExitCode, tail.Lines, clock.IsCancellationRequested && process.ExitCode != 0) { DecodeErrors = tail.DecodeErrors };
    }

    private static async Task WriteAsync(Process process, Func<Stream, CancellationToken, Task>? write, CancellationToken ct)
    {
        try
        {
            if (write is not null)
                await write(process.StandardInput.BaseStream, ct);
            process.StandardInput.Close();
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && ct.IsCancellationRequested))
        {
            // The child has ended, or is about to: how is told by its exit.
        }
    }

    private ProcessStartInfo Describe(string arguments, ToolLimits limits)
    {
        var info = CanLimit
            ? new ProcessStartInfo("/usr/bin/setpriv", $"--pdeathsig KILL -- /usr/bin/prlimit {LimitArguments(limits)} -- /usr/bin/nice -n {limits.Niceness} \"{program}\" {arguments}")
            : new ProcessStartInfo(program, arguments);
        info.RedirectStandardInput = info.RedirectStandardOutput = info.RedirectStandardError = true;
        info.UseShellExecute = false;
        // Nothing of ours (connection strings above all) is the child's business.
        var path = info.Environment["PATH"];
        info.Environment.Clear();
        info.Environment["PATH"] = path;
        return info;
    }

    private static string LimitArguments(ToolLimits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"--cpu={limits.CpuSeconds}:{limits.CpuSeconds + 5} --as={limits.AddressSpaceBytes} --fsize=0 --core=0 --nofile=64");

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}

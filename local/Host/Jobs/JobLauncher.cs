using System.Diagnostics;
using Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Azurite;
using StreamPlatform.Local.Host.Storage;
using StreamPlatform.Local.Host.Triggers;

namespace StreamPlatform.Local.Host.Jobs;

/// <summary>
/// Runs a container job as child processes, as Container Apps' event-driven jobs do: a process for each message that
/// comes, at once, up to a limit; a slow look at the queues starts what no hint told, after a crash for one.
/// </summary>
internal sealed class JobLauncher(
    JobSettings job, StorageAccounts storage, StorageHints hints, DataFolder data, IConfiguration configuration, TimeProvider time,
    ILogger<JobLauncher> logger) : ITriggerListener
{
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    /// <summary>A process that began this recently may not have taken its message yet.</summary>
    private static readonly TimeSpan TakingTime = TimeSpan.FromSeconds(3);

    private readonly Signal _look = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<int, long> _running = [];
    private int _owed;
    private int _failures;

    public override string ToString() => $"launcher of job {job.Name}";

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        foreach (var queue in job.Queues)
            await storage.Queues(StorageAccounts.DefaultConnection).GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    public async Task RunAsync(CancellationToken accepting)
    {
        using var forking = new ForkingThread();
        var children = new List<Task>();
        hints.MessageSent += OnSent;
        hints.Lost += _look.Set;
        try
        {
            await CountAsync(accepting);
            while (true)
            {
                children.RemoveAll(child => child.IsCompleted);
                while (TakeOwed() is { } place)
                    children.Add(RunOneAsync(forking, place, accepting));
                if (!await _look.WaitAsync(SlowLook, time, accepting))
                    await CountAsync(accepting);
            }
        }
        finally
        {
            hints.MessageSent -= OnSent;
            hints.Lost -= _look.Set;
            await Task.WhenAll(children);
        }
    }

    private void OnSent(string queue)
    {
        if (!job.Queues.Contains(queue))
            return;
        lock (_gate)
            _owed++;
        _look.Set();
    }

    /// <summary>A free place when a process is owed, else null.</summary>
    private int? TakeOwed()
    {
        lock (_gate)
        {
            if (_owed == 0 || _running.Count >= job.MaxRunning)
                return null;
            var place = Enumerable.Range(0, job.MaxRunning).First(place => !_running.ContainsKey(place));
            _running[place] = time.GetTimestamp();
            _owed--;
            return place;
        }
    }

    /// <summary>Sets what is owed by what can be seen in the queues, less what processes just started will take.</summary>
    private async Task CountAsync(CancellationToken cancellation)
    {
        try
        {
            var waiting = 0;
            foreach (var queue in job.Queues)
            {
                var client = storage.Queues(StorageAccounts.DefaultConnection).GetQueueClient(queue);
                waiting += (await client.PeekMessagesAsync(32, cancellation)).Value.Length;
            }

            lock (_gate)
                _owed = Math.Max(0, waiting - _running.Values.Count(began => time.GetElapsedTime(began) < TakingTime));
        }
        catch (RequestFailedException exception)
        {
            logger.JobQueuesUnreadable(exception, job.Name);
        }
    }

    private async Task RunOneAsync(ForkingThread forking, int place, CancellationToken accepting)
    {
        var pause = TimeSpan.Zero;
        try
        {
            pause = await RunProcessAsync(forking, place, accepting);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.JobNotStarted(exception, job.Name);
            pause = LongestPause;
        }

        // A job that keeps failing keeps its place for a while, so that it doesn't eat the machine.
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, time, accepting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
            _running.Remove(place);
        _look.Set();
    }

    private async Task<TimeSpan> RunProcessAsync(ForkingThread forking, int place, CancellationToken accepting)
    {
        var log = new JobLog(Path.Combine(data.Logs, $"{job.Name}-{place}.log"));
        using var process = await forking.StartAsync(job.Command, Prepare);
        process.OutputDataReceived += (_, line) => log.Write(line.Data);
        process.ErrorDataReceived += (_, line) => log.Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        logger.JobStarted(job.Name, process.Id);
        try
        {
            await process.WaitForExitAsync(accepting);
        }
        catch (OperationCanceledException)
        {
            await StopAsync(process);
            return TimeSpan.Zero;
        }

        logger.JobEnded(job.Name, process.Id, process.ExitCode);
        if (process.ExitCode == 0)
        {
            Interlocked.Exchange(ref _failures, 0);
            return TimeSpan.Zero;
        }

        if (process.ExitCode == job.NothingFoundExitCode)
        {
            await CountAsync(accepting);
            return TimeSpan.Zero;
        }

        job.CleanUp();
        var failures = Interlocked.Increment(ref _failures);
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 10))));
        logger.JobFailed(job.Name, process.Id, process.ExitCode, log.Path, pause);
        return pause;
    }

    private void Prepare(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = false;
        start.WorkingDirectory = data.Scratch;
        start.Environment[StorageAccounts.DefaultConnection] = StorageAccounts.Find(configuration, StorageAccounts.DefaultConnection);
        foreach (var (name, value) in job.Environment)
            start.Environment[name] = value;
    }

    /// <summary>Its message becomes visible again by itself.</summary>
    private async Task StopAsync(Process process)
    {
        Native.Terminate(process.Id);
        try
        {
            await process.WaitForExitAsync().WaitAsync(StopLimit, time);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }
}

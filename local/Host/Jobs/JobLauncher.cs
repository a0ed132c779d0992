using System.Diagnostics;
using Azure;
using Azure.Storage.Queues;
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

    /// <summary>How soon to look again for what is held back.</summary>
    private static readonly TimeSpan QuickLook = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, QueueClient> _queues =
        job.Queues.ToDictionary(name => name, storage.Queues(StorageAccounts.DefaultConnection).GetQueueClient);
    private readonly Signal _look = new();
    private readonly JobPlaces _places = new(job.MaxRunning, time);
    private int _failures;

    private JobLeases Leases => new(data.Scratch);

    public override string ToString() => $"launcher of job {job.Name}";

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        foreach (var queue in _queues.Values)
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    public async Task RunAsync(CancellationToken accepting)
    {
        using var forking = new ForkingThread();
        var children = new List<Task>();
        hints.MessageSent += OnSent;
        hints.Lost += _look.Set;
        try
        {
            await LookAsync(accepting);
            while (true)
            {
                children.RemoveAll(child => child.IsCompleted);
                while (_places.Take() is { } place)
                    children.Add(RunOneAsync(forking, place, accepting));
                var heldBack = _places.IsHeldBack;
                if (!await _look.WaitAsync(heldBack ? QuickLook : SlowLook, time, accepting) && !heldBack)
                    await LookAsync(accepting);
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
        if (_queues.ContainsKey(queue))
            Owe(queue);
    }

    /// <summary>A message of the queue became visible.</summary>
    private void Owe(string queue)
    {
        _places.Owe(1, queue == job.UrgentQueue);
        _look.Set();
    }

    /// <summary>After dead processes first, so that what they held is seen.</summary>
    private async Task LookAsync(CancellationToken cancellation)
    {
        await HandBackAsync(cancellation);
        await CountAsync(cancellation);
    }

    private async Task<IReadOnlyList<string>> HandBackAsync(CancellationToken cancellation)
    {
        try
        {
            return await Leases.HandBackAsync(_queues, logger, cancellation);
        }
        catch (Exception exception) when (exception is RequestFailedException or IOException)
        {
            logger.JobQueuesUnreadable(exception, job.Name);
            return [];
        }
    }

    /// <summary>Sets what is owed by what can be seen in the queues, less what processes just started will take.</summary>
    private async Task CountAsync(CancellationToken cancellation)
    {
        try
        {
            var (urgent, others) = (0, 0);
            foreach (var (name, queue) in _queues)
            {
                var waiting = (await queue.PeekMessagesAsync(32, cancellation)).Value.Length;
                if (name == job.UrgentQueue)
                    urgent += waiting;
                else
                    others += waiting;
            }

            _places.Recount(urgent, others);
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
        _places.Leave(place);
        _look.Set();
    }

    /// <summary>How long its place is to stay empty.</summary>
    private async Task<TimeSpan> RunProcessAsync(ForkingThread forking, int place, CancellationToken accepting)
    {
        var log = new JobLog(Path.Combine(data.Logs, $"{job.Name}-{place}.log"));
        using var process = await JobProcess.StartAsync(forking, job.Command, Prepare, log);
        logger.JobStarted(job.Name, process.Id);
        if (await process.WaitAsync(time, accepting) is not { } exitCode)
            return TimeSpan.Zero;

        logger.JobEnded(job.Name, process.Id, exitCode);
        if (exitCode == 0)
        {
            Interlocked.Exchange(ref _failures, 0);
            return TimeSpan.Zero;
        }

        if (exitCode == job.NothingFoundExitCode)
        {
            await CountAsync(accepting);
            return TimeSpan.Zero;
        }

        foreach (var queue in await HandBackAsync(accepting))
            Owe(queue);
        job.CleanUp();
        var failures = Interlocked.Increment(ref _failures);
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 10))));
        logger.JobFailed(job.Name, process.Id, exitCode, log.Path, pause);
        return pause;
    }

    private void Prepare(ProcessStartInfo start)
    {
        start.WorkingDirectory = data.Scratch;
        start.Environment[StorageAccounts.DefaultConnection] = StorageAccounts.Find(configuration, StorageAccounts.DefaultConnection);
        foreach (var (name, value) in job.Environment)
            start.Environment[name] = value;
        if (job.LeaseSetting is { } setting)
            start.Environment[setting] = Leases.NewPath();
    }
}

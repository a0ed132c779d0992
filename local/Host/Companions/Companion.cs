using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using StreamPlatform.Local.Host.Jobs;
using StreamPlatform.Local.Host.Triggers;

namespace StreamPlatform.Local.Host.Companions;

/// <summary>Runs a <see cref="CompanionSettings">companion</see>: when it is needed, then until the host stops.</summary>
internal sealed class Companion(CompanionSettings settings, DataFolder data, TimeProvider time, ILogger<Companion> logger) : ITriggerListener
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>One that ran for so long has not failed to start.</summary>
    private static readonly TimeSpan Lasted = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _needed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CompanionSettings Settings => settings;

    /// <summary>Where it is asked; null while it doesn't run.</summary>
    public Uri? Address { get; private set; }

    /// <summary>It was needed once, so it starts with the host.</summary>
    private string Mark => Path.Combine(data.Root, $"{settings.Name}.needed");

    public override string ToString() => $"companion {settings.Name}";

    public Task PrepareAsync(CancellationToken cancellation)
    {
        if (File.Exists(Mark))
            _needed.TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>Has it started, if it isn't already.</summary>
    public void Need()
    {
        if (_needed.Task.IsCompleted)
            return;
        File.WriteAllText(Mark, "");
        _needed.TrySetResult();
    }

    public async Task RunAsync(CancellationToken accepting)
    {
        await _needed.Task.WaitAsync(accepting);
        using var forking = new ForkingThread();
        var log = new JobLog(Path.Combine(data.Logs, $"{settings.Name}.log"));
        for (var failures = 0; !accepting.IsCancellationRequested;)
        {
            var began = time.GetTimestamp();
            await RunOnceAsync(forking, log, accepting);
            if (accepting.IsCancellationRequested)
                return;
            failures = time.GetElapsedTime(began) > Lasted ? 0 : failures + 1;
            var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(failures, 10)) / 2));
            logger.CompanionEnded(settings.Name, log.Path, pause);
            await Task.Delay(pause, time, accepting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunOnceAsync(ForkingThread forking, JobLog log, CancellationToken accepting)
    {
        // Anew each time: what took a port that was free once keeps it from starting, and not for ever.
        var port = FreePort();
        using var process = await JobProcess.StartAsync(
            forking,
            settings.Command,
            start =>
            {
                start.WorkingDirectory = data.Scratch;
                foreach (var (name, value) in settings.Environment)
                    start.Environment[name] = value;
                start.Environment[settings.PortSetting] = $"{port}";
            },
            log);
        logger.CompanionStarted(settings.Name, process.Id, port);
        Address = new Uri($"http://127.0.0.1:{port}");
        try
        {
            await process.WaitAsync(time, accepting);
        }
        finally
        {
            Address = null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

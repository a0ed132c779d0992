using System.Collections.Concurrent;
using System.Diagnostics;

namespace StreamPlatform.Local.Host.Jobs;

/// <summary>
/// Starts child processes from one thread that lives as long as we do. The kernel sends the parent-death signal when the
/// <em>thread</em> that forked ends (prctl(2), PR_SET_PDEATHSIG): from a pool thread it would come at random.
/// </summary>
internal sealed class ForkingThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];

    public ForkingThread() => new Thread(() =>
    {
        foreach (var action in _work.GetConsumingEnumerable())
            action();
    })
    {
        IsBackground = true,
        Name = "child processes",
    }.Start();

    /// <summary>Starts a program that is killed when we die, however we die.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="prepare">Environment, redirections.</param>
    public Task<Process> StartAsync(IReadOnlyList<string> command, Action<ProcessStartInfo> prepare)
    {
        var start = new ProcessStartInfo("setpriv");

        // Should we have died before the signal was asked for, the shell sees another parent and doesn't go on.
        string[] wrapper =
            ["--pdeathsig", "KILL", "sh", "-c", """[ "$PPID" = "$0" ] && exec "$@" """, Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        foreach (var argument in wrapper.Concat(command))
            start.ArgumentList.Add(argument);
        prepare(start);

        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception exception)
            {
                started.SetException(exception);
            }
        });
        return started.Task;
    }

    public void Dispose() => _work.CompleteAdding();
}

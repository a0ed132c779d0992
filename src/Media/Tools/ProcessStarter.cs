using System.Collections.Concurrent;
using System.Diagnostics;

namespace StreamPlatform.Media.Tools;

/// <summary>
/// Starts every child from one thread that lives as long as the process: the parent-death signal the children ask for
/// (prctl(2), PR_SET_PDEATHSIG) fires when the thread that forked them ends, and pool threads end at any time.
/// </summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<Action> Starts = StartThread();

    public static Task StartAsync(Process process)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }

    private static BlockingCollection<Action> StartThread()
    {
        var starts = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var start in starts.GetConsumingEnumerable())
                start();
        })
        { IsBackground = true, Name = "process starter" }.Start();
        return starts;
    }
}

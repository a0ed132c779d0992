using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Transcoder;

/// <summary>What one process does: an item, and after a look at an original the first item that comes within a while.</summary>
internal sealed class Shift(Func<IHeldItem, CancellationToken, Task<ExitCode>> work, Func<CancellationToken, Task<IHeldItem?>> receive, TimeSpan linger, TimeProvider time)
{
    public async Task<ExitCode> WorkAsync(CancellationToken ct)
    {
        if (await receive(ct) is not { } held)
            return ExitCode.NothingToDo;
        var exit = await work(held, ct);
        while (exit == ExitCode.Handled && held.Item.ItemId == WorkItem.ProbeItem && await LingerAsync(ct) is { } next)
        {
            held = next;
            CpuUse.Begin();
            exit = await work(held, ct);
        }

        return exit;
    }

    private async Task<IHeldItem?> LingerAsync(CancellationToken ct)
    {
        var began = time.GetTimestamp();
        try
        {
            while (time.GetElapsedTime(began) < linger)
            {
                await Task.Delay(Timings.LingerPause, time, ct);
                if (await receive(ct) is { } held)
                    return held;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Told to go while it held nothing.
        }

        return null;
    }
}

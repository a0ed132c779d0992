namespace StreamPlatform.Transcoder;

/// <summary>
/// While an item is worked on: rewrites the progress blob as segments are listed and at least every two seconds, and keeps
/// the item invisible. Stops the work when the run is stopped or the item is lost.
/// </summary>
internal sealed class Heartbeat(RunBlobs blobs, IHeldItem held, ItemLog log, TimeProvider time)
{
    /// <summary>While fewer are listed, each is written at once: a player may be waiting for it.</summary>
    private const int Urgent = 6;

    private readonly SemaphoreSlim _news = new(0, 1);

    /// <summary>Something new is listed.</summary>
    public void Ring()
    {
        try
        {
            _news.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung already.
        }
    }

    /// <summary>Runs <paramref name="work"/> with the heart beating; ends with it, or with what stopped it.</summary>
    /// <exception cref="RunStoppedException">The run has a tombstone, or another job has the item.</exception>
    public async Task AroundAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var working = work(stop.Token);
        var beating = BeatAsync(stop.Token);
        await Task.WhenAny(working, beating);
        await stop.CancelAsync();
        await EndAsync(beating, working);
    }

    /// <summary>The one that ended by itself decides; the other was only told to stop.</summary>
    private static async Task EndAsync(Task beating, Task working)
    {
        await Task.WhenAll(beating, working).ContinueWith(_ => { }, TaskScheduler.Default);
        if (working.IsCanceled || !beating.IsCanceled)
            await beating;
        await working;
    }

    private async Task BeatAsync(CancellationToken ct)
    {
        var extended = time.GetTimestamp();
        while (true)
        {
            await blobs.WriteProgressAsync(log.Snapshot(), ct);
            if (time.GetElapsedTime(extended) >= Timings.ExtendEvery)
            {
                extended = time.GetTimestamp();
                if (!await held.ExtendAsync(Timings.Visibility, ct))
                    throw new RunStoppedException();
            }

            if (log.Count > Urgent)
                await Task.Delay(Timings.ProgressPause, time, ct);
            await _news.WaitAsync(Timings.Heartbeat, ct);
        }
    }
}

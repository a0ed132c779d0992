namespace StreamPlatform.Transcoder;

/// <summary>Keeps an item invisible to others while it is worked on.</summary>
internal static class Holding
{
    /// <summary>Runs <paramref name="work"/>; ends with it, or with what stopped it.</summary>
    /// <param name="beatAsync">Called every few seconds; may stop the work by throwing.</param>
    /// <exception cref="RunStoppedException">Another job has the item by now.</exception>
    public static async Task AroundAsync(IHeldItem held, Func<CancellationToken, Task> beatAsync, Func<CancellationToken, Task> work, TimeProvider time, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var working = work(stop.Token);
        try
        {
            while (await Task.WhenAny(working, Task.Delay(Timings.ExtendEvery, time, stop.Token)) != working)
            {
                ct.ThrowIfCancellationRequested();
                await beatAsync(ct);
                if (!await held.ExtendAsync(Timings.Visibility, ct))
                    throw new RunStoppedException();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await working.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await working;
    }
}

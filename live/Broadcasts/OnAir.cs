using System.Collections.Concurrent;

namespace StreamPlatform.Live.Broadcasts;

/// <summary>The node's broadcasts: those that run, counted against what it can encode, and those that can still be fetched.</summary>
internal sealed class OnAir(LiveSettings settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Broadcast> _byPath = new(StringComparer.Ordinal);
    private int _taken;

    public int Running => Volatile.Read(ref _taken);

    public bool IsFull => Running >= settings.MaxStreams;

    /// <returns>False when the node has as many as it may.</returns>
    public bool TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= settings.MaxStreams) return true;
        Release();
        return false;
    }

    /// <summary>Gives back what <see cref="TryTake"/> took.</summary>
    public void Release() => Interlocked.Decrement(ref _taken);

    /// <param name="path">As the grant has it.</param>
    public Broadcast? Find(string path) => _byPath.GetValueOrDefault(path);

    public void Add(Broadcast broadcast) => _byPath[broadcast.Grant.OriginPath] = broadcast;

    /// <summary>It is over; its end can be fetched for a while.</summary>
    public async Task ForgetAsync(Broadcast broadcast)
    {
        await Task.Delay(TimeSpan.FromSeconds(settings.LingerSeconds), time);
        _byPath.TryRemove(broadcast.Grant.OriginPath, out _);
    }
}

using System.Threading.Channels;

namespace StreamPlatform.Local.Host.Triggers;

/// <summary>Wakes one waiter; being set several times before it looks wakes it once.</summary>
internal sealed class Signal
{
    private readonly Channel<bool> _set = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _set.Writer.TryWrite(true);

    /// <summary>Waits until it is set, or for a time; says which.</summary>
    public async Task<bool> WaitAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            return await _set.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}

namespace StreamPlatform.Local.Host.Triggers;

/// <summary>Waits for one function's occasions and runs it for them.</summary>
internal interface ITriggerListener
{
    /// <summary>Prepares what it listens to; called before any listener runs.</summary>
    Task PrepareAsync(CancellationToken cancellation);

    /// <summary>Listens until <paramref name="accepting"/> is cancelled, then returns when what it has begun has ended.</summary>
    Task RunAsync(CancellationToken accepting);
}

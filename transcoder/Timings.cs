namespace StreamPlatform.Transcoder;

/// <summary>The clockwork of a job.</summary>
internal static class Timings
{
    /// <summary>
    /// How long an item stays invisible after the last sign of life: a dead job's item is back after this, or at once
    /// where its starter reads its <see cref="LeaseFile"/>.
    /// </summary>
    public static readonly TimeSpan Visibility = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan ExtendEvery = TimeSpan.FromSeconds(8);

    /// <summary>The progress blob is rewritten at least this often.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>And at most this often, once the first segments are out: a whole list is written each time.</summary>
    public static readonly TimeSpan ProgressPause = TimeSpan.FromMilliseconds(700);

    /// <summary>How long a look for the tombstone holds.</summary>
    public static readonly TimeSpan TombstoneCache = TimeSpan.FromSeconds(1);

    /// <summary>How long a faulted item rests before it is tried again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>How often a job that lingers looks for an item.</summary>
    public static readonly TimeSpan LingerPause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Deliveries after which an item is given up though no job ever said what was wrong. More than the platform's limit
    /// for reported faults: machines and jobs may be stopped many times through no fault of the item.
    /// </summary>
    public const int MaxSilentDeaths = 20;
}

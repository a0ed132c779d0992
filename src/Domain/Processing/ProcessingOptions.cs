namespace StreamPlatform.Domain.Processing;

/// <summary>How long things may take and how long they stay: section <c>Processing</c> of the settings.</summary>
public sealed record ProcessingOptions
{
    public const string Section = "Processing";

    /// <summary>
    /// Originals are looked into by a job, not by the function app, which then needs no ffprobe and opens no file of a
    /// stranger's. It takes as long as a job takes to start.
    /// </summary>
    public bool ProbeInJobs { get; init; }

    /// <summary>Hours that a superseded revision, and the head start and records of a published run, stay for players that hold them.</summary>
    public double SupersededLifetimeHours { get; init; } = 24;

    /// <summary>
    /// Seconds between the two sweeps of an erasure: longer than any job works on without looking for its tombstone, and
    /// than any activity takes to write what it had begun.
    /// </summary>
    public double LeaseSeconds { get; init; } = 120;

    /// <summary>Seconds between two looks for markers whose event was lost; doubles while nothing happens, up to four times this.</summary>
    public double SweepSeconds { get; init; } = 30;

    /// <summary>Seconds after which an item without marker and heartbeat is queued again; doubles with each time.</summary>
    public double RequeueSeconds { get; init; } = 120;

    /// <summary>Hours after which a run that has not ended fails.</summary>
    public double DeadlineHours { get; init; } = 24;

    /// <summary>Days that an asset waits for its owner's yes to what it costs; then it fails.</summary>
    public double ApprovalDays { get; init; } = 30;

    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public ProcessingOptions Validated()
    {
        Check(SupersededLifetimeHours is >= 0 and <= 24 * 30, nameof(SupersededLifetimeHours), "0 to 720");
        Check(LeaseSeconds is >= 0 and <= 3600, nameof(LeaseSeconds), "0 to 3600");
        Check(SweepSeconds is > 0 and <= 3600, nameof(SweepSeconds), "above 0, up to 3600");
        Check(RequeueSeconds is > 0 and <= 86400, nameof(RequeueSeconds), "above 0, up to 86400");
        Check(DeadlineHours is > 0 and <= 24 * 30, nameof(DeadlineHours), "above 0, up to 720");
        Check(ApprovalDays is > 0 and <= 365, nameof(ApprovalDays), "above 0, up to 365");
        return this;
    }

    private static void Check(bool valid, string name, string range)
    {
        if (!valid)
            throw new ArgumentException($"{Section}:{name} must be {range}.");
    }
}

namespace StreamPlatform.Local.Model;

/// <summary>Where a monitored schedule stands; times are UTC.</summary>
public sealed class ScheduleStatus
{
    /// <summary>The last occurrence that ran.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next occurrence that is due.</summary>
    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}

namespace StreamPlatform.Local.Model;

/// <summary>What a timer function is given.</summary>
public sealed class TimerInfo
{
    /// <summary>Null when the schedule isn't monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run is for an occurrence that has been missed.</summary>
    public bool IsPastDue { get; set; }
}

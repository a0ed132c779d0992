namespace StreamPlatform.Local.Model;

/// <summary>
/// Runs the function on a schedule: six cron fields, seconds first, in UTC; or <c>%name%</c> for a setting that holds them.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    public string Schedule { get; } = schedule;

    /// <summary>Also runs once when the host starts.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Keeps the schedule's status, so that an occurrence missed while the host was down is caught up, once.</summary>
    public bool UseMonitor { get; set; } = true;
}

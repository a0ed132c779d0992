namespace StreamPlatform.Local.Model;

/// <summary>Where an instance is; the numbers are the genuine ones, whose gaps are obsolete states.</summary>
public enum OrchestrationRuntimeStatus
{
    Running = 0,
    Completed = 1,
    Failed = 3,
    Terminated = 5,

    /// <summary>Scheduled, its first turn not yet run.</summary>
    Pending = 6,

    /// <summary>Halted until resumed; what arrives meanwhile is kept.</summary>
    Suspended = 7,
}

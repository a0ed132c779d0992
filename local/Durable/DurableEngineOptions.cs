namespace StreamPlatform.Local.Durable;

/// <summary>How the engine runs. The defaults suit one machine.</summary>
public sealed record DurableEngineOptions
{
    /// <summary>The database file.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>Activities that run at a time; at least 1.</summary>
    public int MaxConcurrentActivities { get; init; } = 32;

    /// <summary>Orchestrator turns under way at a time, commits included; at least 1.</summary>
    public int MaxConcurrentTurns { get; init; } = 32;

    /// <summary>Waiting instances kept in memory; others are rebuilt from history when something arrives. 0 keeps none.</summary>
    public int MaxLiveInstances { get; init; } = 1000;

    /// <summary>Crashes of the process that work may be part of before it is given up as the likely cause.</summary>
    public int MaxCrashes { get; init; } = 20;

    /// <summary>The version given to new instances, as <see cref="TaskOrchestrationContext.Version"/>.</summary>
    public string DefaultVersion { get; init; } = "";

    /// <exception cref="ArgumentOutOfRangeException">A value is out of range; the message names it.</exception>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(DatabasePath);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrentActivities, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrentTurns, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxLiveInstances);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxCrashes, 1);
    }
}

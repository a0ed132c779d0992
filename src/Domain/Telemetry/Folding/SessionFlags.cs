namespace StreamPlatform.Domain.Telemetry.Folding;

/// <summary>What happened in a session at all; once set they stay.</summary>
[Flags]
internal enum SessionFlags
{
    None = 0,

    /// <summary>Play was asked for.</summary>
    Attempted = 1,

    /// <summary>A picture was shown.</summary>
    Started = 2,

    /// <summary>The title was watched to its end.</summary>
    Ended = 4,

    /// <summary>The player was closed.</summary>
    Exited = 8,

    /// <summary>An error ended it.</summary>
    Failed = 16,

    /// <summary>It told of more watching than there was time for (<see cref="QuarantineRules"/>).</summary>
    Implausible = 32,
}

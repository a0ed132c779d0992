namespace StreamPlatform.Local.Cli.Machine;

/// <summary>How one thing the platform needs was found.</summary>
internal enum FindingState
{
    Good,

    /// <summary>The platform works without, less well.</summary>
    Warning,

    Missing,
}

/// <summary>One line of <c>stream doctor</c>. <paramref name="Remedy"/> is what to do, null when all is well.</summary>
internal sealed record Finding(string Name, FindingState State, string Detail, string? Remedy = null);

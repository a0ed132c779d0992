namespace StreamPlatform.Local.Host;

/// <summary>
/// A program that serves HTTP behind the host's edge, as a container app does behind Front Door. It starts when it is first
/// needed, from then on with the host, and again when it ends.
/// </summary>
public sealed record CompanionSettings
{
    /// <summary>Names its log file, and the file in the data folder that says that it was needed.</summary>
    public required string Name { get; init; }

    /// <summary>The first part of the paths that go to it, as they are.</summary>
    public required string PathPrefix { get; init; }

    /// <summary>The first part, below <c>/api</c>, of requests that mean that it will be needed.</summary>
    public required string NeededBy { get; init; }

    /// <summary>The program and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Added to the environment of the host.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The environment variable that tells it the port on which the host will ask it.</summary>
    public required string PortSetting { get; init; }
}

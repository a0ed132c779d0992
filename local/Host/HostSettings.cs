namespace StreamPlatform.Local.Host;

/// <summary>What the embedded runtime has to know before it can start.</summary>
public sealed record HostSettings
{
    /// <summary>Holds everything the runtime keeps; one runtime at a time may use it. Made when missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The <c>node_modules</c> folder in which Azurite is installed; unused when the configuration names another <c>AzureWebJobsStorage</c>.</summary>
    public required string NodeModulesFolder { get; init; }

    /// <summary>The only public port; 0 takes a free one.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>The address to listen on; all of them by default, since other machines upload and watch.</summary>
    public string ListenAddress { get; init; } = "0.0.0.0";

    /// <summary>What URLs handed to others begin with; by default <c>http://localhost:{port}</c>.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The built web pages, served at <c>/</c>; none when null or missing.</summary>
    public string? WebFolder { get; init; }

    /// <summary>The container job to run for messages of its queues; none when null.</summary>
    public JobSettings? Job { get; init; }

    /// <summary>The program that serves beside the functions; none when null.</summary>
    public CompanionSettings? Companion { get; init; }

    /// <summary>Settings of the functions, as app settings are on Azure; also overrides read by the host itself.</summary>
    public IReadOnlyDictionary<string, string?> AppSettings { get; init; } = new Dictionary<string, string?>();

    /// <summary>How long functions that run may take to finish when the host stops, before they are cancelled.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time an HTTP function may take to answer, and to finish its answer: the limit of Azure's front end.</summary>
    public TimeSpan RequestTimeLimit { get; init; } = TimeSpan.FromSeconds(230);
}

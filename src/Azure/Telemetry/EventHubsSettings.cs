using StreamPlatform.Azure.Identity;

namespace StreamPlatform.Azure.Telemetry;

/// <summary>Which Event Hubs namespace takes what players tell, and who sends it.</summary>
public sealed record EventHubsSettings(string Namespace, string? ClientId)
{
    /// <summary>Setting: the namespace's host name. The trigger reads it under the same name.</summary>
    public const string NamespaceName = "EventHub:fullyQualifiedNamespace";

    /// <summary>Reads the settings; <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    /// <exception cref="InvalidOperationException">The name is missing or malformed; the message names the setting.</exception>
    public static EventHubsSettings Read(Func<string, string?> setting) => setting(NamespaceName) switch
    {
        { Length: > 0 } name when Uri.CheckHostName(name) == UriHostNameType.Dns && name.Contains('.', StringComparison.Ordinal) =>
            new(name, setting(AzureCredentials.ClientIdName) is { Length: > 0 } id ? id : null),
        null or "" => throw new InvalidOperationException("Set EventHub__fullyQualifiedNamespace to the namespace's host name, ….servicebus.windows.net."),
        var text => throw new InvalidOperationException($"EventHub__fullyQualifiedNamespace is not a host name: '{text}'."),
    };
}

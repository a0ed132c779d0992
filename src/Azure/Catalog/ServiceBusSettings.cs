using StreamPlatform.Azure.Identity;

namespace StreamPlatform.Azure.Catalog;

/// <summary>Which Service Bus namespace takes the events, and who sends them.</summary>
public sealed record ServiceBusSettings(string Namespace, string? ClientId)
{
    /// <summary>Setting: the namespace's host name. The triggers read it under the same name.</summary>
    public const string NamespaceName = "ServiceBus:fullyQualifiedNamespace";

    /// <summary>Reads the settings; <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    /// <exception cref="InvalidOperationException">The name is missing or malformed; the message names the setting.</exception>
    public static ServiceBusSettings Read(Func<string, string?> setting) => setting(NamespaceName) switch
    {
        { Length: > 0 } name when Uri.CheckHostName(name) == UriHostNameType.Dns && name.Contains('.', StringComparison.Ordinal) =>
            new(name, setting(AzureCredentials.ClientIdName) is { Length: > 0 } id ? id : null),
        null or "" => throw new InvalidOperationException("Set ServiceBus__fullyQualifiedNamespace to the namespace's host name, ….servicebus.windows.net."),
        var text => throw new InvalidOperationException($"ServiceBus__fullyQualifiedNamespace is not a host name: '{text}'."),
    };
}

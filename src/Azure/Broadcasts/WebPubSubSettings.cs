using StreamPlatform.Azure.Identity;

namespace StreamPlatform.Azure.Broadcasts;

/// <summary>Which Web PubSub service clients connect to, and who tells them.</summary>
public sealed record WebPubSubSettings(Uri Endpoint, string? ClientId)
{
    /// <summary>Setting: the service's address, https.</summary>
    public const string EndpointName = "WebPubSub:Endpoint";

    /// <summary>Reads the settings; <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    /// <exception cref="InvalidOperationException">The address is missing or malformed; the message names the setting.</exception>
    public static WebPubSubSettings Read(Func<string, string?> setting) => setting(EndpointName) switch
    {
        { } text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps =>
            new(uri, setting(AzureCredentials.ClientIdName) is { Length: > 0 } id ? id : null),
        null or "" => throw new InvalidOperationException("Set WebPubSub__Endpoint to the Web PubSub service's address, https://….webpubsub.azure.com."),
        var text => throw new InvalidOperationException($"WebPubSub__Endpoint is not an https address: '{text}'."),
    };
}

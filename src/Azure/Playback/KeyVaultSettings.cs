using StreamPlatform.Azure.Identity;

namespace StreamPlatform.Azure.Playback;

/// <summary>Which vault holds the signing keys, and who asks for them.</summary>
public sealed record KeyVaultSettings(Uri Address, string? ClientId)
{
    /// <summary>Setting: the vault's address, https.</summary>
    public const string UriName = "KeyVault:Uri";

    /// <summary>Reads the settings; <paramref name="setting"/> takes names with <c>:</c> between their parts.</summary>
    /// <exception cref="InvalidOperationException">The address is missing or malformed; the message names the setting.</exception>
    public static KeyVaultSettings Read(Func<string, string?> setting) => setting(UriName) switch
    {
        { } text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps =>
            new(uri, setting(AzureCredentials.ClientIdName) is { Length: > 0 } id ? id : null),
        null or "" => throw new InvalidOperationException("Set KeyVault__Uri to the key vault's address, https://….vault.azure.net/."),
        var text => throw new InvalidOperationException($"KeyVault__Uri is not an https address: '{text}'."),
    };
}

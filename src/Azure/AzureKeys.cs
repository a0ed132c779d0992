using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamPlatform.Azure.Accounts;
using StreamPlatform.Azure.Identity;
using StreamPlatform.Azure.Playback;
using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Azure;

/// <summary>Registers the Key Vault adapter of the signing keys.</summary>
public static class AzureKeys
{
    /// <exception cref="InvalidOperationException">A setting of <see cref="KeyVaultSettings"/> is missing or malformed; the message names it.</exception>
    public static IServiceCollection AddAzureKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = KeyVaultSettings.Read(name => configuration[name]);
        return services
            .AddSingleton(_ => new SecretClient(settings.Address, AzureCredentials.For(settings.ClientId), Options()))
            .AddSingleton<ISigningKeys>(provider => ActivatorUtilities.CreateInstance<KeyVaultSigningKeys>(provider, KeyVaultSigningKeys.SecretName))
            .AddSingleton<IAccessTokenKeys, KeyVaultAccessTokenKeys>();
    }

    /// <summary>A few quick tries: whoever waits for a token waits for a video.</summary>
    private static SecretClientOptions Options() => new()
    {
        Retry = { Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(2), MaxRetries = 3, NetworkTimeout = TimeSpan.FromSeconds(5) },
    };
}

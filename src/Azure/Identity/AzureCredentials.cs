using Azure.Core;
using Azure.Identity;

namespace StreamPlatform.Azure.Identity;

/// <summary>Who asks.</summary>
internal static class AzureCredentials
{
    /// <summary>Setting: client id of the user-assigned identity. Without it whatever identity the machine offers.</summary>
    public const string ClientIdName = "AZURE_CLIENT_ID";

    /// <summary>Where an identity is named no other kind of credential is tried: a start that guesses takes minutes and hides mistakes.</summary>
    public static TokenCredential For(string? clientId) => clientId is null
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}

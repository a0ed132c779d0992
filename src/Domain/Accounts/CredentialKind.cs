namespace StreamPlatform.Domain.Accounts;

/// <summary>How a caller proved who they are.</summary>
public enum CredentialKind
{
    /// <summary>An API key of the installation.</summary>
    ApiKey,

    /// <summary>An access token (JWT) that an issuer gave a person who signed in.</summary>
    AccessToken,

    /// <summary>A token that somebody made for an app, with scopes.</summary>
    ApiToken,
}

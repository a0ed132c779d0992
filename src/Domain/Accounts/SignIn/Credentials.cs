using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>What a user who signed up here signs in with. Beside the user, and never in an answer.</summary>
public sealed record Credentials
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string UserId { get; init; }

    /// <summary>As <see cref="IPasswords.Hash"/> gave it.</summary>
    public required string PasswordHash { get; init; }

    public required DateTimeOffset PasswordChangedAt { get; init; }

    /// <summary>The authenticator app; null without.</summary>
    public TotpState? Totp { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(UserId);

    public static DocumentKind<Credentials> Kind { get; } = new("credentials", DocumentContainer.Accounts, credentials => credentials.Key);

    public static DocumentKey KeyOf(string userId) => new(userId, "credentials");
}

using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Passkeys;

/// <summary>What was asked of an authenticator, until it answers: once, within five minutes.</summary>
public sealed record PasskeyCeremony
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "ceremony";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }

    /// <summary>Who adds a passkey; null when somebody signs in.</summary>
    public string? UserId { get; init; }

    /// <summary>As <see cref="IPasskeys"/> gave it.</summary>
    public required string State { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(Id);

    public static DocumentKind<PasskeyCeremony> Kind { get; } = new("passkeyCeremony", DocumentContainer.Accounts, ceremony => ceremony.Key)
    {
        ExpiryOf = ceremony => ceremony.ExpiresAt,
    };

    public static DocumentKey KeyOf(string id) => new(id, "ceremony");
}

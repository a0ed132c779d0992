using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Accounts;

/// <summary>
/// A key as it is stored: the hash of the secret, never the secret. The secret carries 130 random bits, so a plain
/// SHA-256 is enough: there is nothing to guess.
/// </summary>
public sealed record ApiKey
{
    public const int CurrentSchemaVersion = 1;
    public const string SecretPrefix = "sk";

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>SHA-256 of the secret, lower-case hex; the document's id and partition.</summary>
    public required string Hash { get; init; }

    public required string OwnerId { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Short name of the key for logs.</summary>
    [JsonIgnore]
    public string KeyId => Hash[..12];

    public static string NewSecret() => OpaqueId.New(SecretPrefix);

    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

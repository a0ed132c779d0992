using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Passkeys;

/// <summary>The public half of a passkey (WebAuthn credential). The other half never leaves its owner's device.</summary>
public sealed record Passkey
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "passkey";
    public const int LongestName = 100;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string UserId { get; init; }

    /// <summary>As the authenticator calls it, base64url.</summary>
    public required string CredentialId { get; init; }

    /// <summary>COSE key.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>Signatures so far, of those that count; one that goes back is a copy.</summary>
    public required uint Counter { get; init; }

    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }

    [JsonIgnore]
    public string Id => IdOf(CredentialId);

    public static DocumentKind<Passkey> Kind { get; } = new("passkey", DocumentContainer.Accounts, passkey => KeyOf(passkey.UserId, passkey.Id))
    {
        PlaceOf = passkey => ListPlace.At(passkey.CreatedAt),
    };

    public static string IdOf(string credentialId) => OpaqueId.From(IdPrefix, credentialId);

    public static DocumentKey KeyOf(string userId, string id) => new(userId, id);
}

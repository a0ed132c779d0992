using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Tokens;

/// <summary>A token that an app acts for an account with, as it is stored: the hash of its secret, never the secret.</summary>
public sealed record ApiToken
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "token";
    public const int LongestName = 100;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }

    /// <summary>The account that it acts for.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Who made it.</summary>
    public required string UserId { get; init; }

    /// <summary>What whoever made it might do then, a creator at most.</summary>
    public required Role Role { get; init; }

    public required string Name { get; init; }

    /// <summary>Of <see cref="TokenScopes.All"/>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>SHA-256 of the secret, lower-case hex.</summary>
    public required string SecretHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To the hour; null when it was never used.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(OwnerId, Id);

    public static DocumentKind<ApiToken> Kind { get; } = new("apiToken", DocumentContainer.Accounts, token => token.Key)
    {
        PlaceOf = token => ListPlace.At(token.CreatedAt),
        ExpiryOf = token => token.ExpiresAt,
    };

    public static DocumentKey KeyOf(string ownerId, string id) => new(ownerId, id);
}

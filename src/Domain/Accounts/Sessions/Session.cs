using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Sessions;

/// <summary>A sign-in and all refresh tokens that came of it: one at a time counts, and using an older one ends them all.</summary>
public sealed record Session
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "session";
    public const int LongestDevice = 200;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }
    public required string UserId { get; init; }

    /// <summary>SHA-256 of the secret that counts, lower-case hex.</summary>
    public required string SecretHash { get; init; }

    /// <summary>The user's when they signed in; when theirs is another one, this has ended.</summary>
    public required int Generation { get; init; }

    /// <summary>How its owner tells it from others: what their browser or app says of itself.</summary>
    public string? Device { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UsedAt { get; init; }

    /// <summary>When it ends unless it is used before.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(UserId, Id);

    public static DocumentKind<Session> Kind { get; } = new("session", DocumentContainer.Accounts, session => session.Key)
    {
        PlaceOf = session => ListPlace.At(session.CreatedAt),
        ExpiryOf = session => session.ExpiresAt,
    };

    public static DocumentKey KeyOf(string userId, string id) => new(userId, id);
}

using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Playback.Keys;

/// <summary>
/// All signing keys of an account: one document, so that one read tells of any key id whether it is one of them, and whoever makes ids up
/// costs no more reads than whoever has a key.
/// </summary>
public sealed record OwnersKeyRing
{
    public const int CurrentSchemaVersion = 1;

    /// <summary>Keys of an account.</summary>
    public const int Most = 10;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string OwnerId { get; init; }

    /// <summary>At most <see cref="Most"/>; the oldest first.</summary>
    public required IReadOnlyList<OwnersKey> Keys { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(OwnerId);

    public static DocumentKind<OwnersKeyRing> Kind { get; } = new("signingKeys", DocumentContainer.Accounts, ring => ring.Key);

    public static DocumentKey KeyOf(string ownerId) => new(ownerId, "signingKeys");
}

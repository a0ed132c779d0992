using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>
/// Leads from an address to its user. Written before the user, who may therefore be missing, or have another address: then it is
/// free for whoever proves it, at once or after <see cref="Grace"/>.
/// </summary>
public sealed record EmailPointer
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>See <see cref="EmailAddress.Hash"/>.</summary>
    public required string Hash { get; init; }

    public required string UserId { get; init; }

    /// <summary>Null of what older releases wrote.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>So long somebody who takes the address may be about to have it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    [JsonIgnore]
    public DocumentKey Key => KeyOf(Hash);

    public static DocumentKind<EmailPointer> Kind { get; } = new("emailPointer", DocumentContainer.Accounts, pointer => pointer.Key);

    public static DocumentKey KeyOf(string hash) => new(hash, "pointer");
}

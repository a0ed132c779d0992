using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Leads from an address to its user. Written before the user, who may therefore be missing: then the address is free for whoever proves it.</summary>
public sealed record EmailPointer
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>See <see cref="EmailAddress.Hash"/>.</summary>
    public required string Hash { get; init; }

    public required string UserId { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(Hash);

    public static DocumentKind<EmailPointer> Kind { get; } = new("emailPointer", DocumentContainer.Accounts, pointer => pointer.Key);

    public static DocumentKey KeyOf(string hash) => new(hash, "pointer");
}

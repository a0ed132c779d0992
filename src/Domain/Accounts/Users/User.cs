using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Users;

/// <summary>A person who was here: signed up with the installation itself, or came with a token of another issuer.</summary>
public sealed record User
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The role that the installation gives; an issuer may name a higher one.</summary>
    public Role Role { get; init; }

    /// <summary>Turned away whatever they present.</summary>
    public bool Disabled { get; init; }

    /// <summary>The proven address of who signed up here; null of who comes from another issuer.</summary>
    public string? Email { get; init; }

    /// <summary>The issuer elsewhere, and who they are there; null of who signed up here.</summary>
    public string? Issuer { get; init; }

    public string? Subject { get; init; }

    /// <summary>Raised to end every session at once: tokens carry the one that they were issued in.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>As an operator wants it; what is null stays. Turning somebody off ends their sessions, which don't come back when they are turned on again.</summary>
    public User With(Role? role, bool? disabled) => this with
    {
        Role = role ?? Role,
        Disabled = disabled ?? Disabled,
        Generation = disabled == true ? Generation + 1 : Generation,
    };

    [JsonIgnore]
    public DocumentKey Key => KeyOf(Id);

    public static DocumentKind<User> Kind { get; } = new("user", DocumentContainer.Accounts, user => user.Key);

    public static DocumentKey KeyOf(string userId) => new(userId, "user");
}

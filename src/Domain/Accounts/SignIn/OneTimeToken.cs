using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>What a link in a letter stands for. The token itself is in the letter alone; it carries 130 random bits, so its plain hash is enough.</summary>
public sealed record OneTimeToken
{
    public const int CurrentSchemaVersion = 1;
    public const string Prefix = "once";

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>SHA-256 of the token, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required OneTimePurpose Purpose { get; init; }
    public required string Email { get; init; }

    /// <summary>The user to change, and the generation that they were in: a later one has changed already, or ended every session.</summary>
    public string? UserId { get; init; }

    public int? Generation { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(Hash);

    public static DocumentKind<OneTimeToken> Kind { get; } = new("oneTimeToken", DocumentContainer.Accounts, token => token.Key)
    {
        ExpiryOf = token => token.ExpiresAt,
    };

    public static DocumentKey KeyOf(string hash) => new(hash, "once");
}

/// <summary>What a <see cref="OneTimeToken"/> is good for.</summary>
public enum OneTimePurpose
{
    SignUp,
    ResetPassword,

    /// <summary>The address of the letter becomes the user's.</summary>
    ChangeEmail,
}

using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Tries to sign in by an address since the last that was right.</summary>
public sealed record Tries
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>See <see cref="EmailAddress.Hash"/>.</summary>
    public required string Address { get; init; }

    public required int Count { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? WaitUntil { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(Address);

    public static DocumentKind<Tries> Kind { get; } = new("signInTries", DocumentContainer.Accounts, tries => tries.Key)
    {
        ExpiryOf = tries => tries.At + TimeSpan.FromDays(2),
    };

    public static DocumentKey KeyOf(string address) => new(address, "tries");
}

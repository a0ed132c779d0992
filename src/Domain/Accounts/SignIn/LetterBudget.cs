using System.Text.Json.Serialization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>When letters went to an address lately, so that nobody floods somebody else's mailbox through us.</summary>
public sealed record LetterBudget
{
    public const int CurrentSchemaVersion = 1;
    public const int MostAnHour = 5;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>See <see cref="EmailAddress.Hash"/>.</summary>
    public required string Address { get; init; }

    public required IReadOnlyList<DateTimeOffset> SentAt { get; init; }

    [JsonIgnore]
    public DocumentKey Key => KeyOf(Address);

    public static DocumentKind<LetterBudget> Kind { get; } = new("letterBudget", DocumentContainer.Accounts, budget => budget.Key)
    {
        ExpiryOf = budget => budget.SentAt[^1] + TimeSpan.FromHours(2),
    };

    public static DocumentKey KeyOf(string address) => new(address, "letters");

    /// <summary>With one more at <paramref name="now"/>; null when there have been enough.</summary>
    public LetterBudget? With(DateTimeOffset now)
    {
        var recent = SentAt.Where(at => now - at < TimeSpan.FromHours(1)).ToList();
        return recent.Count >= MostAnHour ? null : this with { SentAt = [.. recent, now] };
    }
}

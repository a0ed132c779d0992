using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>That somebody wants their account deleted, or an organisation's. It goes last of all that is theirs, so that a death leaves who is to be gone on with.</summary>
/// <param name="PersonId">The account: a person, or an organisation.</param>
/// <param name="DueAt">Until then signing in takes it back; of an organisation an owner does.</param>
/// <param name="Begun">It can't be taken back any more.</param>
public sealed record AccountDeletion(int SchemaVersion, string PersonId, DateTimeOffset AskedAt, DateTimeOffset DueAt, bool Begun = false)
{
    public const int CurrentSchemaVersion = 1;

    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>Of them all: few, and each for a week.</summary>
    internal const string Partition = "account-deletions";

    /// <summary>The first due first.</summary>
    public static DocumentKind<AccountDeletion> Kind { get; } = new("accountDeletion", DocumentContainer.Accounts, deletion => KeyOf(deletion.PersonId)) { PlaceOf = deletion => ListPlace.At(deletion.DueAt) };

    public static DocumentKey KeyOf(string personId) => new(Partition, personId);
}

using StreamPlatform.Azure.Cosmos;

namespace StreamPlatform.Azure.Accounts;

/// <summary>
/// One a partition. Whoever reserves looks at it before the sum and replaces it, by its ETag, with the entry: of two who saw
/// the same sum one comes through.
/// </summary>
internal sealed record UsageGuard : Item
{
    /// <summary>No entry has it: keys of entries have a colon.</summary>
    public const string Name = "guard";

    public override string Type => "usageGuard";
    public required string OwnerId { get; init; }

    public static ItemKey KeyOf(string ownerId) => ItemKey.Of(ownerId, Name);
}

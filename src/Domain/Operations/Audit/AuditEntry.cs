using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Audit;

/// <summary>Something that somebody did by rank, to what is not theirs. Never changed, never deleted.</summary>
/// <param name="Id">The same for the same doing, however often it is written down.</param>
/// <param name="ActorId">Who did it.</param>
/// <param name="Action">What, <c>area.verb</c>.</param>
/// <param name="SubjectId">To what.</param>
/// <param name="Details">Why, in words of the platform or of who did it; null for nothing.</param>
public sealed record AuditEntry(int SchemaVersion, string Id, DateTimeOffset At, string ActorId, string Action, string SubjectId, string? Details)
{
    public const int CurrentSchemaVersion = 1;
    public const string IdPrefix = "audit";

    /// <summary>All of them: read page by page, and written seldom.</summary>
    internal const string Partition = "audit";

    public static DocumentKind<AuditEntry> Kind { get; } = new("auditEntry", DocumentContainer.Accounts, entry => new DocumentKey(Partition, entry.Id)) { PlaceOf = entry => ListPlace.At(entry.At) };
}

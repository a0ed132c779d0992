using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Audit;

/// <summary>What was done by rank, and by whom.</summary>
public sealed class AuditTrail(IDocuments documents, TimeProvider clock)
{
    /// <summary>Writes it down once; may be repeated.</summary>
    /// <param name="which">Tells this doing apart from others of the same kind, to the same.</param>
    public Task AddAsync(string actorId, string action, string subjectId, string which, string? details, CancellationToken ct) => documents.WriteAsync(
        AuditEntry.Kind.Add(new AuditEntry(
            AuditEntry.CurrentSchemaVersion, OpaqueId.From(AuditEntry.IdPrefix, $"{action}/{subjectId}/{which}"), clock.GetUtcNow(), actorId, action, subjectId, details)),
        ct);

    /// <summary>The latest first.</summary>
    public Task<Page<AuditEntry>> ListAsync(PageRequest page, CancellationToken ct) =>
        documents.ListAsync(AuditEntry.Kind, AuditEntry.Partition, "", page, ListOrder.Descending, ct);
}

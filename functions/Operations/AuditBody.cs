using StreamPlatform.Domain.Operations.Audit;
using StreamPlatform.Functions.Http;

namespace StreamPlatform.Functions.Operations;

/// <summary>Something that was done by rank.</summary>
/// <param name="Action">What, as <c>asset.takeDown</c>.</param>
/// <param name="SubjectId">To what.</param>
/// <param name="Details">Why.</param>
public sealed record AuditBody(string Id, DateTimeOffset At, string ActorId, string Action, string SubjectId, string? Details)
{
    public static PageBody<AuditBody> PageOf(Domain.Catalog.Page<AuditEntry> page) =>
        new([.. page.Items.Select(entry => new AuditBody(entry.Id, entry.At, entry.ActorId, entry.Action, entry.SubjectId, entry.Details))], page.Cursor);
}

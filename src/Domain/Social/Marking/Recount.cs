using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Social.Marking;

/// <summary>
/// Counts again what is counted, and sets right what drifted. Nothing ever should: this proves it. While it reads, whoever
/// writes a mark replaces the tally, so a tally that is the same before and after was read with all its marks.
/// </summary>
public sealed class Recount(IDocuments documents, Tallies tallies, IEnumerable<ICopiedCounts> copies)
{
    /// <summary>Subjects a step.</summary>
    public const int AtOnce = 20;

    private const int Tries = 3;

    public async Task<RecountFound> StepAsync(RecountStep step, CancellationToken ct)
    {
        var page = await documents.ListAsync(MarkDocuments.Tallied, TalliedSubject.PartitionOf(step.Shard), "", new PageRequest(step.Cursor, AtOnce), ListOrder.Ascending, ct);
        var (busy, drifts) = (0, new List<Drift>());
        foreach (var tallied in page.Items)
        {
            busy += await CheckAsync(tallied.Subject, drifts, ct) ? 0 : 1;
        }

        return new RecountFound(
            page.Cursor is not null ? step with { Cursor = page.Cursor } : step.Shard + 1 < TalliedSubject.Shards ? new RecountStep(step.Shard + 1, null) : null,
            page.Items.Count,
            busy,
            drifts);
    }

    /// <returns>False when a bucket was never still.</returns>
    private async Task<bool> CheckAsync(MarkSubject subject, List<Drift> drifts, CancellationToken ct)
    {
        var isStill = true;
        await foreach (var tally in tallies.AllAsync(subject, ct))
        {
            isStill &= await CheckAsync(tally.Partition, drifts, ct);
        }

        foreach (var copy in copies.Where(copy => copy.Space == subject.Space))
        {
            var found = await copy.CheckAsync(subject.Id, ct);
            drifts.AddRange(found ?? []);
            isStill &= found is not null;
        }

        return isStill;
    }

    private async Task<bool> CheckAsync(string partition, List<Drift> drifts, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await documents.FindAsync(MarkDocuments.Tallies, new DocumentKey(partition, Tally.Id), ct) is not { Value: var told } stored)
            {
                return true;
            }

            var counted = await CountAsync(partition, ct);
            List<Drift> wrong = [.. told.Counts.Keys.Union(counted.Keys)
                .Select(value => new Drift(partition, value, told.Counts.GetValueOrDefault(value), counted.GetValueOrDefault(value)))
                .Where(drift => drift.Told != drift.True)];
            if (wrong.Count == 0)
            {
                return true;
            }

            if (await documents.WriteAsync(MarkDocuments.Tallies.Replace(told with { Counts = counted }, stored.ETag), ct) is not null)
            {
                drifts.AddRange(wrong);
                return true;
            }
        }

        return false;
    }

    private async Task<Dictionary<string, long>> CountAsync(string partition, CancellationToken ct)
    {
        var counts = new Dictionary<string, long>();
        Page<Mark>? page = null;
        do
        {
            page = await documents.ListAsync(MarkDocuments.Marks, partition, "", new PageRequest(page?.Cursor, PageRequest.MaxLimit), ListOrder.Ascending, ct);
            foreach (var mark in page.Items)
                counts[mark.Value] = counts.GetValueOrDefault(mark.Value) + 1;
        }
        while (page.Cursor is not null);

        return counts;
    }
}

using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Limits;

/// <summary>Buckets that all instances share, a document each, replaced by ETag: exact, and worth a write for requests that are rare and must be.</summary>
public sealed class SharedBuckets(IDocuments documents, TimeProvider clock)
{
    /// <summary>Lost races, each against one that got through, before a request is refused.</summary>
    private const int Attempts = 16;

    /// <summary>Takes one request out of the bucket of <paramref name="key"/>.</summary>
    public async Task<RateTake> TakeAsync(RateLimit limit, string key, CancellationToken ct)
    {
        var id = OpaqueId.From("bucket", $"{limit.Name}\n{key}");
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await documents.FindAsync(SharedBucket.Kind, new DocumentKey(id, id), ct);
            var (take, fullAt) = limit.Take(stored?.Value.FullAt ?? 0, clock.GetUtcNow().UtcTicks);
            var next = new SharedBucket(id, fullAt);
            if (!take.Allowed || await documents.WriteAsync(stored is null ? SharedBucket.Kind.Add(next) : SharedBucket.Kind.Replace(next, stored.ETag), ct) is not null)
            {
                return take;
            }
        }

        return new RateTake(limit, Allowed: false, 0, limit.Window, TimeSpan.FromTicks(limit.Interval));
    }
}

namespace StreamPlatform.Domain.Stores;

/// <summary>One write of an <see cref="IDocuments.WriteAsync"/>; a <see cref="DocumentKind{T}"/> makes it.</summary>
/// <param name="Json">The document; null of a deletion.</param>
/// <param name="Place">The listing and the key it is sorted by there; null when it is in none.</param>
/// <param name="ETag">What has to be there; of a replacement and a deletion alone.</param>
public sealed record DocumentWrite(
    DocumentOperation Operation,
    string Kind,
    DocumentContainer Container,
    DocumentKey Key,
    string? Json,
    (string List, string SortKey)? Place,
    DateTimeOffset? ExpiresAt,
    string? ETag)
{
    /// <summary>Writes of one batch: what the smallest of the stores takes.</summary>
    public const int MostTogether = 100;

    /// <exception cref="ArgumentException">They are none or too many, of several partitions, or two of one document.</exception>
    public static (DocumentContainer Container, string Partition) PartitionOf(IReadOnlyList<DocumentWrite> writes) =>
        writes.Count is > 0 and <= MostTogether
        && writes.DistinctBy(write => (write.Container, write.Key.Partition)).Count() == 1
        && writes.DistinctBy(write => (write.Kind, write.Key)).Count() == writes.Count
            ? (writes[0].Container, writes[0].Key.Partition)
            : throw new ArgumentException($"Only 1 to {MostTogether} writes of different documents of one partition are done together.", nameof(writes));
}

using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Limits;

/// <summary>The buckets of one process as it saved them last: with them another one goes on after it.</summary>
/// <param name="Process">Which.</param>
/// <param name="Used">See <see cref="TokenBuckets.Used"/>.</param>
/// <param name="ExpiresAt">When none of it matters any more.</param>
public sealed record SavedBuckets(string Process, IReadOnlyList<UsedBucket> Used, DateTimeOffset ExpiresAt)
{
    internal const string Partition = "rateLimits";

    public int SchemaVersion { get; init; } = 1;

    internal static DocumentKind<SavedBuckets> Kind { get; } = new("savedBuckets", DocumentContainer.Accounts, saved => new DocumentKey(Partition, saved.Process))
    {
        PlaceOf = saved => new ListPlace("", saved.Process),
        ExpiryOf = saved => saved.ExpiresAt,
    };
}

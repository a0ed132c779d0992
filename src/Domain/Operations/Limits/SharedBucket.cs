using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Limits;

/// <summary>One bucket that every instance takes from.</summary>
/// <param name="Id">Of limit and key, without telling the key.</param>
/// <param name="FullAt">When it will be full, in UTC ticks.</param>
public sealed record SharedBucket(string Id, long FullAt)
{
    public int SchemaVersion { get; init; } = 1;

    internal static DocumentKind<SharedBucket> Kind { get; } = new("sharedBucket", DocumentContainer.Accounts, bucket => new DocumentKey(bucket.Id, bucket.Id))
    {
        ExpiryOf = bucket => new DateTimeOffset(bucket.FullAt, TimeSpan.Zero),
    };
}

using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Azure.Accounts;

/// <summary>A usage entry, with what sums are made of beside it.</summary>
internal sealed record UsageItem : DocumentItem
{
    public override string Type => "usage";
    public required string OwnerId { get; init; }
    public required long Bytes { get; init; }
    public required double Minutes { get; init; }
    public required int Uploads { get; init; }

    /// <summary>Calendar months, UTC, since the year 0.</summary>
    public required int Month { get; init; }

    /// <summary>As <see cref="SortKeys.Time"/> writes it; none of what doesn't lapse.</summary>
    public string? ExpiresAt { get; init; }

    public static UsageItem Of(ItemKey key, UsageEntry entry) => new()
    {
        Id = key.Id,
        OwnerId = entry.OwnerId,
        Bytes = entry.Amount.Bytes,
        Minutes = entry.Amount.Minutes,
        Uploads = entry.Amount.Uploads,
        Month = MonthOf(entry.At),
        ExpiresAt = entry.ExpiresAt is { } at ? SortKeys.Time(at) : null,
        Document = From(entry),
    };

    public static int MonthOf(DateTimeOffset at) => (at.UtcDateTime.Year * 12) + at.UtcDateTime.Month;
}

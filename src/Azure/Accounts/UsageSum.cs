using System.Text.Json;
using Microsoft.Azure.Cosmos;
using StreamPlatform.Azure.Cosmos;
using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts;

namespace StreamPlatform.Azure.Accounts;

/// <summary>
/// Sums an owner's entries, within his partition. Only entries that count are read: what was released has no amounts, and
/// minutes of other months none that matter.
/// </summary>
internal static class UsageSum
{
    public const string Query =
        """
        SELECT c.bytes, c.minutes, c.uploads, c.month FROM c
        WHERE c.id != @except
        AND (c.bytes > 0 OR c.uploads > 0 OR (c.month = @month AND c.minutes > 0))
        AND (NOT IS_DEFINED(c.expiresAt) OR c.expiresAt > @now)
        """;

    /// <param name="except">The key of an entry that is left out; null for none.</param>
    public static async Task<UsageAmount> ReadAsync(
        CosmosContainer usage, string ownerId, DateTimeOffset now, string? except, CancellationToken ct)
    {
        var month = UsageItem.MonthOf(now);
        var query = new QueryDefinition(Query)
            .WithParameter("@except", ItemKey.Encode(except ?? UsageGuard.Name))
            .WithParameter("@month", month)
            .WithParameter("@now", SortKeys.Time(now));
        var sum = default(UsageAmount);
        await foreach (var page in usage.QueryAsync(query, new PartitionKey(ownerId), CosmosContainer.LargestPage, ct))
        {
            foreach (var row in page.Select(json => json.Deserialize<Row>(DomainJson.Options)!))
                sum = new UsageAmount(
                    sum.Bytes + row.Bytes, sum.Minutes + (row.Month == month ? row.Minutes : 0), sum.Uploads + row.Uploads);
        }

        return sum;
    }

    private sealed record Row(long Bytes, double Minutes, int Uploads, int Month);
}

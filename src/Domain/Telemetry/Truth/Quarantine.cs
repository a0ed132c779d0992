using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;
using StreamPlatform.Domain.Telemetry.Sessions;
using StreamPlatform.Domain.Telemetry.Streams;

namespace StreamPlatform.Domain.Telemetry.Truth;

/// <summary>What counts apart, for operators, who have the last word: their verdict stands above all rules until they give another.</summary>
public sealed class Quarantine(Aggregates.Aggregates aggregates, ITelemetryStream stream, TimeProvider clock)
{
    /// <summary>Name of the rule in their verdicts.</summary>
    public const string OperatorRule = "operator";

    /// <summary>Sessions of a video that count apart or were judged, by when they began; as long as sessions are kept.</summary>
    /// <exception cref="InvalidCursorException">The cursor is none of the listing's.</exception>
    public async Task<Page<QuarantinedSession>> ListAsync(string assetId, PageRequest page, CancellationToken ct)
    {
        // They lie in no order that could be asked for, so all are looked at, and no more than a page is held.
        var after = ListCursor.Read(page.Cursor, ListOrder.Ascending);
        var found = new SortedDictionary<string, QuarantinedSession>(StringComparer.Ordinal);
        await foreach (var session in aggregates.SessionsAsync(assetId, ct))
        {
            if (QuarantinedSession.Of(session) is not { } apart || string.CompareOrdinal(apart.SortKey, after) <= 0)
                continue;
            found[apart.SortKey] = apart;
            if (found.Count > page.Limit + 1)
                found.Remove(found.Keys.Last());
        }

        List<QuarantinedSession> items = [.. found.Values.Take(page.Limit)];
        return new Page<QuarantinedSession>(items, found.Count > page.Limit ? ListCursor.Write(items[^1].SortKey) : null);
    }

    /// <summary>An operator's verdict, which goes the way of all telemetry.</summary>
    /// <returns>Whether the session is kept still: else its day has to be counted again for the verdict to count.</returns>
    public async Task<Result<bool>> JudgeAsync(string assetId, string sessionId, bool quarantined, CancellationToken ct)
    {
        if (!OpaqueId.IsValid(assetId, AssetIds.Prefix) || !OpaqueId.IsValid(sessionId, SessionClaims.IdPrefix))
            return new Error("quarantine.not_found", 404, "There is no such session.");
        var part = await PartOfAsync(assetId, sessionId, ct);
        await stream.SendAsync([new VerdictRecord(sessionId, assetId, part ?? 0, quarantined, OperatorRule, clock.GetUtcNow().ToUnixTimeMilliseconds())], ct);
        return part is not null;
    }

    private async Task<int?> PartOfAsync(string assetId, string sessionId, CancellationToken ct)
    {
        for (var part = 0; part <= HotVideos.Buckets; part++)
        {
            if (await aggregates.FindSessionAsync(assetId, part, sessionId, ct) is { Claims: not null })
                return part;
        }

        return null;
    }
}

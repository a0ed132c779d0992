using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>
/// Requests that died with their process. One process at a time serves a data folder, so at its start a claim that has no
/// answer belongs to nobody: the client that repeats the request needn't wait until the claim runs out.
/// </summary>
public sealed class DeadRequests(StoresDatabase stores)
{
    /// <summary>
    /// Lets go of their idempotency keys, and of what they had reserved for an upload that they didn't come to open, which
    /// would be charged until it expires; only before the first request is served.
    /// </summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        await database.WriteAsync(
            db => db.Execute("UPDATE idempotency_keys SET free = 1 WHERE answer IS NULL")
                + db.Execute(
                    """
                    DELETE FROM usage_entries WHERE uploads > 0 AND key LIKE 'upload:%'
                    AND NOT EXISTS (SELECT 1 FROM uploads WHERE 'upload:' || uploads.id = usage_entries.key)
                    """),
            ct);
    }
}

using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores;

/// <summary>
/// Requests that died with their process. One process at a time serves a data folder, so at its start a claim that has no
/// answer belongs to nobody: the client that repeats the request needn't wait until the claim runs out.
/// </summary>
public sealed class DeadRequests(StoresDatabase stores)
{
    /// <summary>Lets go of their idempotency keys; only before the first request is served.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        var database = await stores.OpenAsync();
        await database.WriteAsync(db => db.Execute("DELETE FROM idempotency_keys WHERE answer IS NULL"), ct);
    }
}

using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Limits;

/// <summary>How often whom is let through. What this process has counted is saved now and then, and goes on in the one after it.</summary>
public sealed class RateLimits(RateLimitOptions options, IDocuments documents, TimeProvider clock)
{
    /// <summary>What may be forgotten when a process is killed is what it let through since it saved last.</summary>
    public static readonly TimeSpan SavedEvery = TimeSpan.FromSeconds(10);

    private const int MostSaved = 500;
    private const int MostProcesses = 100;

    private readonly TokenBuckets _buckets = new(clock);
    private readonly SharedBuckets _shared = new(documents, clock);
    private readonly RateLimit _address = options.Address, _user = options.User, _token = options.Token, _session = options.Session, _newSession = options.NewSession;
    private readonly string _process = OpaqueId.New("process");

    /// <returns>Null when addresses are not counted.</returns>
    public RateTake? OfAddress(string address) => Take(_address, address);

    /// <returns>Null when users are not counted.</returns>
    public RateTake? OfUser(string userId) => Take(_user, userId);

    /// <returns>Null when keys and tokens are not counted.</returns>
    public RateTake? OfToken(string credentialId) => Take(_token, credentialId);

    /// <summary>A beacon of a playback session.</summary>
    /// <returns>Null when beacons are not counted.</returns>
    public RateTake? OfSession(string sessionId) => Take(_session, sessionId);

    /// <summary>A playback session that begins.</summary>
    /// <returns>Null when sessions are not counted.</returns>
    public RateTake? OfNewSession(string address) => Take(_newSession, address);

    /// <summary>A request to a route where secrets could be guessed.</summary>
    /// <param name="route">Names it in the answers' headers.</param>
    /// <returns>Null when such are not counted.</returns>
    public async Task<RateTake?> OfGuardedAsync(string route, string address, CancellationToken ct) =>
        options.Guarded > 0 ? await _shared.TakeAsync(options.GuardOf(route), address, ct) : null;

    public async Task SaveAsync(CancellationToken ct)
    {
        if (_buckets.Used(MostSaved) is { Count: > 0 } used)
        {
            await documents.WriteAsync(SavedBuckets.Kind.Put(new SavedBuckets(_process, used, new DateTimeOffset(used[0].FullAt, TimeSpan.Zero))), ct);
        }
    }

    /// <summary>Goes on from what processes saved before this one.</summary>
    public async Task RestoreAsync(CancellationToken ct)
    {
        var saved = await documents.ListAsync(SavedBuckets.Kind, SavedBuckets.Partition, "", new PageRequest(null, MostProcesses), ListOrder.Ascending, ct);
        foreach (var process in saved.Items.Where(process => process.ExpiresAt > clock.GetUtcNow()))
        {
            _buckets.Restore(process.Used);
        }
    }

    private RateTake? Take(RateLimit limit, string key) => limit.Quota > 0 ? _buckets.Take(limit, key) : null;
}

namespace StreamPlatform.Domain.Accounts;

/// <summary>Who may use how much: every method may be repeated, and a crash between two leaves nothing counted for ever.</summary>
public sealed class Quotas(IUsageStore usage, QuotaLimits limits, TimeProvider clock)
{
    /// <summary>How long a reservation outlives its upload: time for a late commit event.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    /// <summary>Holds the declared bytes and one open upload, or fails with <c>quota.bytes</c> or <c>quota.uploads</c>.</summary>
    public Task<Result<Done>> ReserveUploadAsync(
        string ownerId, string uploadId, long bytes, DateTimeOffset expiresAt, CancellationToken ct) =>
        ReserveAsync(ownerId, UploadKey(uploadId), new UsageAmount(Bytes: bytes, Uploads: 1), expiresAt + Grace, ct);

    /// <summary>The upload is over and this many bytes are stored; <c>quota.bytes</c> when they no longer fit.</summary>
    public async Task<Result<Done>> SettleUploadAsync(string ownerId, string uploadId, long bytes, CancellationToken ct)
    {
        var key = UploadKey(uploadId);
        var stored = new UsageAmount(Bytes: bytes);
        var fits = await ReserveAsync(ownerId, key, stored, clock.GetUtcNow() + Grace, ct);
        if (fits.Succeeded)
        {
            await usage.SettleAsync(ownerId, key, stored, ct);
        }

        return fits;
    }

    /// <summary>Holds bytes that another account has so far, for some hours; <c>quota.bytes</c> when they don't fit.</summary>
    public Task<Result<Done>> HoldAsync(string ownerId, string uploadId, long bytes, CancellationToken ct) =>
        ReserveAsync(ownerId, UploadKey(uploadId), new UsageAmount(Bytes: bytes), clock.GetUtcNow() + Grace, ct);

    /// <summary>What was held is there.</summary>
    public Task TakeAsync(string ownerId, string uploadId, long bytes, CancellationToken ct) =>
        usage.SettleAsync(ownerId, UploadKey(uploadId), new UsageAmount(Bytes: bytes), ct);

    /// <summary>The upload, or the original it brought, is gone.</summary>
    public Task ReleaseUploadAsync(string ownerId, string uploadId, CancellationToken ct) =>
        usage.ReleaseAsync(ownerId, UploadKey(uploadId), ct);

    /// <summary>Counts a run's minutes of source in this month, once a generation; or fails with <c>quota.minutes</c>.</summary>
    public async Task<Result<Done>> UseMinutesAsync(
        string ownerId, string assetId, int generation, double durationSeconds, CancellationToken ct)
    {
        var key = $"minutes:{assetId}:{generation}";
        var minutes = new UsageAmount(Minutes: Math.Max(0, durationSeconds) / 60);
        var fits = await ReserveAsync(ownerId, key, minutes, clock.GetUtcNow() + Grace, ct);
        if (fits.Succeeded)
        {
            await usage.SettleAsync(ownerId, key, minutes, ct);
        }

        return fits;
    }

    /// <summary>What the owner uses now, beside the limits.</summary>
    public async Task<AccountUsage> UsageOfAsync(string ownerId, CancellationToken ct) =>
        new(ownerId, await usage.SumAsync(ownerId, clock.GetUtcNow(), ct), limits);

    private async Task<Result<Done>> ReserveAsync(
        string ownerId, string key, UsageAmount amount, DateTimeOffset expiresAt, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var entry = new UsageEntry
        {
            OwnerId = ownerId,
            Key = key,
            Amount = amount,
            State = UsageState.Reserved,
            At = now,
            ExpiresAt = expiresAt,
        };
        return await usage.TryReserveAsync(entry, limits, now, ct) switch
        {
            null => default(Done),
            QuotaKind.Bytes => AccountErrors.BytesExceeded(limits.BytesStored),
            QuotaKind.Minutes => AccountErrors.MinutesExceeded(limits.MinutesPerMonth),
            _ => AccountErrors.UploadsExceeded(limits.ConcurrentUploads),
        };
    }

    private static string UploadKey(string uploadId) => $"upload:{uploadId}";
}

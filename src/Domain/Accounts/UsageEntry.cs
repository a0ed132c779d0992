namespace StreamPlatform.Domain.Accounts;

/// <summary>
/// One thing that uses quota: an upload, a processing run. Usage is the sum over an owner's entries (without reservations that lapsed, and minutes only of this month): there is no counter
/// to drift, and repeating a write changes nothing.
/// </summary>
public sealed record UsageEntry
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string OwnerId { get; init; }

    /// <summary>Unique for the owner: <c>upload:{uploadId}</c>, <c>minutes:{assetId}:{generation}</c>.</summary>
    public required string Key { get; init; }

    public required UsageAmount Amount { get; init; }
    public required UsageState State { get; init; }

    /// <summary>When it was reserved; minutes count in the calendar month of this.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A reservation nobody settled counts until then, so that one left behind by a crash frees itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>The life of a <see cref="UsageEntry"/>; settled and released are final for reservations that come late.</summary>
public enum UsageState
{
    Reserved,
    Settled,
    Released,
}

namespace StreamPlatform.Domain.Live;

/// <summary>That a connection has a stream: it ends by itself, so that a stream whose node died can go on air again.</summary>
/// <param name="BroadcastId">Of the connection that has it.</param>
public sealed record LiveLease(int SchemaVersion, string OwnerId, string LiveStreamId, string BroadcastId, DateTimeOffset ExpiresAt)
{
    public const int CurrentSchemaVersion = 1;

    /// <summary>From its last renewal: two may fail.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);

    public bool IsHeldAt(DateTimeOffset now) => ExpiresAt > now;
}

namespace StreamPlatform.Domain.Telemetry.Streams;

/// <summary>What goes through the hub: <see cref="BeaconRecord"/> or <see cref="VerdictRecord"/>.</summary>
public abstract record TelemetryRecord
{
    /// <summary>Of the written form (<see cref="TelemetryRecordWriter"/>).</summary>
    public const int CurrentVersion = 1;

    /// <summary>All of a session goes the same way, in the order that it was sent in: the key on the hub.</summary>
    public abstract string SessionId { get; }

    public abstract string AssetId { get; }

    /// <summary>See <see cref="Sessions.SessionClaims.Bucket"/>.</summary>
    public abstract int Bucket { get; }

    /// <summary>When it came to the platform or was made by it, in milliseconds since 1970; shortly afterwards it is in the hub.</summary>
    public abstract long CameAt { get; }
}

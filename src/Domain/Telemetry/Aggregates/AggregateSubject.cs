namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>Of whom windows tell: a video, a channel, or the whole platform.</summary>
public readonly record struct AggregateSubject
{
    private AggregateSubject(string name) => Name = name;

    /// <summary><c>video:asset_…</c> and so on.</summary>
    public string Name { get; }

    public static AggregateSubject Platform { get; } = new("platform");

    public static AggregateSubject Video(string assetId) => new($"video:{assetId}");

    /// <param name="id">A channel's, or the owner's of videos that are in none.</param>
    public static AggregateSubject Channel(string id) => new($"channel:{id}");

    /// <summary>The shard of one of its parts; 0 is always there.</summary>
    internal string Shard(int bucket) => FormattableString.Invariant($"{Name}#{bucket}");
}

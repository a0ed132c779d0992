namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>Which shard of which subject, without making its name each time.</summary>
/// <param name="Id">Of the video or the channel; empty of the platform.</param>
internal readonly record struct ShardKey(ShardKind Kind, string Id, int Bucket)
{
    public AggregateSubject Subject => Kind switch
    {
        ShardKind.Video => AggregateSubject.Video(Id),
        ShardKind.Channel => AggregateSubject.Channel(Id),
        _ => AggregateSubject.Platform,
    };

    public string Name => Subject.Shard(Bucket);
}

namespace StreamPlatform.Domain.Social.Marking;

/// <summary>One person's mark on a subject. It lies with the tally that counts it.</summary>
/// <param name="Partition">The bucket: see <see cref="Buckets"/>.</param>
/// <param name="PersonId">With what tells several marks of theirs apart, where there are several.</param>
/// <param name="Value">What is counted apart: <c>like</c>.</param>
public sealed record Mark(int SchemaVersion, string Partition, string PersonId, string Value, DateTimeOffset At)
{
    public const int CurrentSchemaVersion = 1;
}

namespace StreamPlatform.Domain.Social.Marking;

/// <summary>
/// How many marks of each value a bucket has. Whoever writes a mark replaces the tally in the same batch, so that it is right
/// at every moment, and a writer who saw an older one starts over.
/// </summary>
public sealed record Tally
{
    public const int CurrentSchemaVersion = 1;
    public const string Id = "tally";

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Partition { get; init; }
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>No mark comes here any more: new ones go to the buckets below, and those that are here stay.</summary>
    public bool IsSplit { get; init; }

    /// <summary>With one fewer of <paramref name="old"/> and one more of <paramref name="value"/>.</summary>
    public Tally Moved(string? old, string? value)
    {
        var counts = new Dictionary<string, long>(Counts);
        if (old is not null)
            counts[old] = counts.GetValueOrDefault(old) - 1;
        if (value is not null)
            counts[value] = counts.GetValueOrDefault(value) + 1;
        return this with { Counts = counts };
    }
}

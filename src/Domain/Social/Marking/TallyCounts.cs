namespace StreamPlatform.Domain.Social.Marking;

/// <summary>How many marks of each value a subject has.</summary>
public sealed class TallyCounts(IEnumerable<Tally> tallies)
{
    private readonly Dictionary<string, long> _counts = tallies.SelectMany(tally => tally.Counts)
        .GroupBy(count => count.Key, count => count.Value).ToDictionary(group => group.Key, group => group.Sum());

    /// <summary>Those of a value; 0 of one that nobody gave.</summary>
    public long this[string value] => _counts.GetValueOrDefault(value);
}

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>
/// Makes one ranking of several that know nothing of each other's scores: each gives an entry 1 / (k + rank) (Cormack, Clarke
/// and Büttcher, 2009).
/// </summary>
public static class ReciprocalRank
{
    private const double K = 60;

    /// <summary>Best first; of equally good ones those first that came first in the earlier list.</summary>
    public static IReadOnlyList<T> Fuse<T>(params IReadOnlyList<IReadOnlyList<T>> rankings)
        where T : notnull
    {
        var scores = new Dictionary<T, double>();
        foreach (var ranking in rankings)
        {
            for (var i = 0; i < ranking.Count; i++)
            {
                scores[ranking[i]] = scores.GetValueOrDefault(ranking[i]) + (1 / (K + i + 1));
            }
        }

        return [.. scores.OrderByDescending(entry => entry.Value).Select(entry => entry.Key)];
    }
}

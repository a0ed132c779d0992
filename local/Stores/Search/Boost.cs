using System.Globalization;
using StreamPlatform.Local.Sqlite;

namespace StreamPlatform.Local.Stores.Search;

/// <summary>
/// How much more the fresh and the popular count: by half each at most, so that what matches clearly better stays before them.
/// The search service on Azure has the same in its scoring profile.
/// </summary>
internal static class Boost
{
    private const double Most = 0.5;

    /// <summary>Views of the most popular; more count no more.</summary>
    private const double MostViews = 1_000_000;

    /// <summary>What was published so long ago gets half of what is new.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromDays(30);

    public static double Popularity(long views) => Most * Math.Min(1, Math.Log10(1 + Math.Max(0, views)) / Math.Log10(MostViews));

    /// <summary>SQL over the facts <c>f</c>: the factor, the time being the unix second <c>$1</c>.</summary>
    public static string Sql { get; } = string.Create(
        CultureInfo.InvariantCulture, $"(1.0 + f.popularity + {Most} / (1.0 + max(0, $1 - (f.id >> {SlotWriter.IdBits})) / {s_fresh.TotalSeconds:0.0}))");
}

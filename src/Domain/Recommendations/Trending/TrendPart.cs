using System.Globalization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Recommendations.Trending;

/// <summary>Some candidates of a part of the videos: what the steps of an hour leave for its last one.</summary>
/// <param name="Hour">The last that is looked at.</param>
/// <param name="Number">Of the document among those of the part.</param>
public sealed record TrendPart(int SchemaVersion, DateTimeOffset Hour, int Part, int Number, IReadOnlyList<TrendCandidate> Candidates)
{
    public const int CurrentSchemaVersion = 1;

    /// <summary>Candidates of a document: with many countries each, it is still less than what stores take.</summary>
    public const int Most = 200;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    public static DocumentKind<TrendPart> Kind { get; } = new("trendPart", DocumentContainer.Catalog, part => new DocumentKey(PartitionOf(part.Hour), IdOf(part)))
    {
        PlaceOf = part => new ListPlace("", IdOf(part)),
        ExpiryOf = part => part.Hour + Kept,
    };

    public static string PartitionOf(DateTimeOffset hour) => hour.UtcDateTime.ToString("'trends-'yyyyMMddHH", CultureInfo.InvariantCulture);

    private static string IdOf(TrendPart part) => string.Create(CultureInfo.InvariantCulture, $"{part.Part:D3}-{part.Number:D4}");
}

using System.Globalization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Business;

/// <summary>Something that happened to an asset on a day, once however often it is noted.</summary>
/// <param name="Day"><c>20260301</c>, in UTC.</param>
/// <param name="Id">The same for the same happening.</param>
/// <param name="Seconds">How long the title is, of an upload.</param>
public sealed record CatalogFact(string Day, string Id, CatalogFactKind Kind, double Seconds)
{
    /// <summary>Days can be counted so long after; once counted they stay.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static DocumentKind<CatalogFact> DocumentKind { get; } = new("catalogFact", DocumentContainer.Catalog, fact => new DocumentKey(PartitionOf(fact.Day), fact.Id))
    {
        PlaceOf = fact => new ListPlace("", fact.Id),
        ExpiryOf = fact => DateTimeOffset.ParseExact(fact.Day, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) + Kept,
    };

    private const string Format = "yyyyMMdd";

    /// <param name="at">When it was whole.</param>
    public static CatalogFact Upload(string assetId, DateTimeOffset at, double seconds) => new(DayOf(at), $"upload-{assetId}", CatalogFactKind.Upload, seconds);

    /// <param name="generation">Which of the asset's runs it was.</param>
    public static CatalogFact Failure(string assetId, int generation, DateTimeOffset at) =>
        new(DayOf(at), string.Create(CultureInfo.InvariantCulture, $"failure-{assetId}-{generation}"), CatalogFactKind.Failure, 0);

    public static string DayOf(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    internal static string PartitionOf(string day) => $"facts-{day}";
}

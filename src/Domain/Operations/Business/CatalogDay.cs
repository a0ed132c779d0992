using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Business;

/// <summary>What came together on a day of <see cref="CatalogFact"/>s.</summary>
/// <param name="Day"><c>20260301</c>, in UTC.</param>
/// <param name="UploadedSeconds">How long all that was uploaded is.</param>
public sealed record CatalogDay(string Day, int Uploads, double UploadedSeconds, int Failures)
{
    public static DocumentKind<CatalogDay> Kind { get; } = new("catalogDay", DocumentContainer.Catalog, day => KeyOf(day.Day));

    internal static DocumentKey KeyOf(string day) => new("catalogDays", day);

    internal CatalogDay With(CatalogFact fact) => fact.Kind == CatalogFactKind.Upload
        ? this with { Uploads = Uploads + 1, UploadedSeconds = UploadedSeconds + fact.Seconds }
        : this with { Failures = Failures + 1 };
}

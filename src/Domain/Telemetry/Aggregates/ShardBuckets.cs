using System.Globalization;

namespace StreamPlatform.Domain.Telemetry.Aggregates;

/// <summary>Which parts a subject has beside part 0, which says so by an empty document for each.</summary>
internal static class ShardBuckets
{
    public const string From = "b|", Below = "b}";

    public static string IdOf(int bucket) => string.Create(CultureInfo.InvariantCulture, $"{From}{bucket:00000}");

    public static int BucketOf(string id) => int.Parse(id.AsSpan(From.Length), CultureInfo.InvariantCulture);
}

using System.Globalization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>
/// Times and places in a listing, as text whose order is theirs. Cosmos DB keeps numbers as doubles, which are too coarse
/// for ticks; and one text to sort by needs no composite index.
/// </summary>
internal static class SortKeys
{
    /// <summary>Greater than every key: where a newest-first listing starts.</summary>
    private const string Start = "~";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset createdAt, string id) => $"{Time(createdAt)}|{id}";

    /// <summary>The key that a page begins after.</summary>
    /// <exception cref="Domain.InvalidCursorException">The cursor is none of ours.</exception>
    public static string After(string? cursor)
    {
        var place = PageCursor.Parse(cursor);
        return place.CreatedAt > DateTime.MaxValue.Ticks ? Start : Of(new DateTimeOffset(place.CreatedAt, TimeSpan.Zero), place.Id);
    }

    /// <summary>The cursor of a page that ends at the key.</summary>
    public static PageCursor CursorOf(string key)
    {
        var bar = key.IndexOf('|', StringComparison.Ordinal);
        var at = DateTimeOffset.ParseExact(
            key.AsSpan(0, bar), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new PageCursor(at.UtcTicks, key[(bar + 1)..]);
    }
}

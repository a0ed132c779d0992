using System.Globalization;

namespace StreamPlatform.Domain.Stores;

/// <summary>The listing of its partition that a document is in, and its place there.</summary>
/// <param name="List">Names the listing among those of the kind in the partition.</param>
/// <param name="Sort">Listings are in the order of this text, character by character; printable ASCII without spaces, at most <see cref="LongestSort"/>.</param>
public sealed record ListPlace(string List, string Sort)
{
    public const int LongestSort = 200;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>A listing in the order of time.</summary>
    public static ListPlace At(DateTimeOffset time, string list = "") => new(list, time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));

    /// <summary>
    /// What adapters sort by: equal sorts are told apart by the id. The space is less than whatever a sort may have, so that
    /// the order of keys is that of (sort, id).
    /// </summary>
    /// <exception cref="ArgumentException">The sort is too long or has other characters.</exception>
    public string KeyOf(string id) =>
        Sort.Length <= LongestSort && !Sort.Any(letter => letter is < '!' or > '~')
            ? $"{Sort} {id}"
            : throw new ArgumentException($"A document can't be sorted by '{Sort}'.");
}

using System.Globalization;

namespace StreamPlatform.Domain.Search;

/// <summary>How many hits were seen. Ranks move with every new document, so a place in them is all there is to remember.</summary>
public static class SearchCursor
{
    private const string Prefix = "h";

    /// <exception cref="InvalidCursorException">It is none of ours.</exception>
    public static int Read(string? cursor) =>
        cursor is null ? 0
        : cursor.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(cursor.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) && seen is > 0 and <= VideoQuery.MaxHits ? seen
        : throw new InvalidCursorException();

    /// <summary>Null when there is nothing beyond, or nothing that can be paged to.</summary>
    /// <param name="more">There was one more hit than the page holds.</param>
    public static string? Write(int seen, bool more) => more && seen < VideoQuery.MaxHits ? string.Create(CultureInfo.InvariantCulture, $"{Prefix}{seen}") : null;
}

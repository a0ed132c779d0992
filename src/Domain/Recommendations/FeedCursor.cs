using System.Buffers.Text;
using System.Globalization;
using System.Text;
using StreamPlatform.Domain.Recommendations.Trending;

namespace StreamPlatform.Domain.Recommendations;

/// <summary>Where a page of recommendations ended, and of what it was one.</summary>
/// <param name="Version">Of the trending lists; 0 where there were none.</param>
/// <param name="Region">Whose list.</param>
/// <param name="AsOf">What came later isn't in it, whoever goes on.</param>
/// <param name="Place">How many picks were looked at.</param>
internal sealed record FeedCursor(long Version, string Region, DateTimeOffset AsOf, int Place)
{
    public override string ToString() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Version}|{Region}|{AsOf.ToUnixTimeSeconds()}|{Place}")));

    /// <summary>Null of no cursor: the first page.</summary>
    /// <exception cref="InvalidCursorException">It is none of ours.</exception>
    public static FeedCursor? Parse(string? cursor)
    {
        if (cursor is null)
            return null;
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|') is [var version, var region, var asOf, var place]
                && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && Regions.Parse(region) == region
                && long.TryParse(asOf, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                    ? new FeedCursor(number, region, DateTimeOffset.FromUnixTimeSeconds(seconds), at)
                    : throw new InvalidCursorException();
        }
        catch (FormatException error)
        {
            throw new InvalidCursorException(error);
        }
    }
}

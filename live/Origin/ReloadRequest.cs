using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace StreamPlatform.Live.Origin;

/// <summary>The delivery directives of a playlist request (RFC 8216bis, 6.2.5): <c>_HLS_msn</c>, <c>_HLS_part</c>, <c>_HLS_skip</c>.</summary>
internal readonly record struct ReloadRequest(long? Segment, int? Part, bool Skips)
{
    private const int MostParts = 1000;

    /// <summary>Others that begin with <c>_HLS_</c> and those of the edge are none of our business.</summary>
    /// <returns>False when they contradict themselves or are no numbers.</returns>
    public static bool TryRead(IQueryCollection query, out ReloadRequest request)
    {
        request = default;
        if (!Number(query["_HLS_msn"], long.MaxValue - MostParts, out var segment) || !Number(query["_HLS_part"], MostParts, out var part) || (segment is null && part is not null))
            return false;
        // v2 leaves out EXT-X-DATERANGE too, of which we have none.
        var skip = (string?)query["_HLS_skip"];
        if (skip is not (null or "YES" or "v2"))
            return false;
        request = new ReloadRequest(segment, (int?)part, skip is not null);
        return true;
    }

    private static bool Number(string? text, long most, out long? value)
    {
        value = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
        return text is null || value is not null;
    }
}

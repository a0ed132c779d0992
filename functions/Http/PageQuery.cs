using System.Globalization;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Http;

/// <summary><c>?cursor=…&amp;limit=…</c> of a listing.</summary>
public static class PageQuery
{
    private const int MaxCursorLength = 512;

    public static Result<PageRequest> Parse(HttpRequest request)
    {
        var cursor = request.Query["cursor"].ToString();
        if (cursor.Length > MaxCursorLength)
        {
            return RequestErrors.CursorInvalid();
        }

        var limit = PageRequest.DefaultLimit;
        if (request.Query.TryGetValue("limit", out var given)
            && !(int.TryParse(given.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                && limit is >= 1 and <= PageRequest.MaxLimit))
        {
            return RequestErrors.LimitInvalid();
        }

        return new PageRequest(cursor.Length == 0 ? null : cursor, limit);
    }
}

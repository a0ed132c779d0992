using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Stores;

/// <summary>Cuts a page off rows that were read one further than asked, to know whether there is another.</summary>
public static class Pages
{
    public static Page<T> Of<T>(List<T> rows, int limit, Func<T, PageCursor> cursorOf)
    {
        if (rows.Count <= limit)
        {
            return new Page<T>(rows, null);
        }

        rows.RemoveRange(limit, rows.Count - limit);
        return new Page<T>(rows, cursorOf(rows[^1]).ToString());
    }
}

using System.Buffers.Text;
using System.Text;

namespace StreamPlatform.Domain.Stores;

/// <summary>
/// Where a page of a listing of documents ended: the last one's sort key. Documents that are added or removed meanwhile
/// neither repeat nor skip others.
/// </summary>
public static class ListCursor
{
    /// <summary>Greater than every key, as <c>""</c> is less.</summary>
    private const string End = "\u007f";

    public static string Write(string sortKey) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(sortKey));

    /// <summary>The key that the page begins after.</summary>
    /// <exception cref="InvalidCursorException">It is none of ours.</exception>
    public static string Read(string? cursor, ListOrder order)
    {
        if (cursor is null)
        {
            return order == ListOrder.Descending ? End : "";
        }

        try
        {
            var key = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
            return key.Length <= ListPlace.LongestSort + DocumentKey.Longest + 1 && key.Contains(' ', StringComparison.Ordinal) && !key.Any(letter => letter is < ' ' or > '~')
                ? key
                : throw new InvalidCursorException();
        }
        catch (FormatException error)
        {
            throw new InvalidCursorException(error);
        }
    }
}

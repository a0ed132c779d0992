using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace StreamPlatform.Domain.Stores;

/// <summary>
/// Where a page of a newest-first listing ended: the last row's time and id. Rows that are added or removed meanwhile
/// neither repeat nor skip others.
/// </summary>
public readonly record struct PageCursor(long CreatedAt, string Id)
{
    /// <summary>Before every row.</summary>
    private static readonly PageCursor Start = new(long.MaxValue, "~");

    public override string ToString() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{CreatedAt}|{Id}")));

    /// <exception cref="InvalidCursorException">It is none of ours.</exception>
    public static PageCursor Parse(string? cursor)
    {
        if (cursor is null)
        {
            return Start;
        }

        try
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
            var bar = text.IndexOf('|', StringComparison.Ordinal);
            return bar > 0 && long.TryParse(text.AsSpan(0, bar), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                ? new PageCursor(at, text[(bar + 1)..])
                : throw new InvalidCursorException();
        }
        catch (FormatException error)
        {
            throw new InvalidCursorException(error);
        }
    }
}

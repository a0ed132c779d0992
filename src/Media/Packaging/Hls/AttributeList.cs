using System.Globalization;
using System.Text;

namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>An attribute list: <c>NAME=value,NAME="quoted"</c> (RFC 8216bis, 4.2). Keeps the order.</summary>
internal sealed class AttributeList
{
    private readonly List<(string Name, string Value, bool Quoted)> _items = [];

    /// <exception cref="ManifestException">It is not an attribute list.</exception>
    public static AttributeList Read(string text)
    {
        var list = new AttributeList();
        for (var at = 0; at < text.Length;)
        {
            var equals = text.IndexOf('=', at);
            if (equals < 0) throw new ManifestException($"'{text[at..]}' is not an attribute.");
            var name = text[at..equals].Trim();
            var quoted = equals + 1 < text.Length && text[equals + 1] == '"';
            var start = quoted ? equals + 2 : equals + 1;
            var end = text.IndexOf(quoted ? '"' : ',', start);
            if (end < 0 && quoted) throw new ManifestException($"{name} has no closing quote.");
            if (end < 0) end = text.Length;
            list._items.Add((name, text[start..end], quoted));
            at = end + (quoted ? 2 : 1);
        }

        return list;
    }

    public string? Find(string name) => _items.Where(item => item.Name == name).Select(item => item.Value).FirstOrDefault();

    /// <exception cref="ManifestException">It is missing.</exception>
    public string Need(string name) => Find(name) ?? throw new ManifestException($"{name} is missing.");

    /// <summary>The decimal integer of this name, or null.</summary>
    /// <exception cref="ManifestException">It is no decimal integer.</exception>
    public long? FindInteger(string name) =>
        Find(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
        : throw new ManifestException($"{name}={text} is no decimal integer.");

    public AttributeList Add(string name, string? value)
    {
        if (value is not null) _items.Add((name, value, false));
        return this;
    }

    /// <exception cref="ArgumentException">The value can't be written: HLS knows no escape for quotes and line ends.</exception>
    public AttributeList AddQuoted(string name, string? value)
    {
        if (value is null) return this;
        if (value.AsSpan().ContainsAny('"', '\r', '\n')) throw new ArgumentException($"{name} can't hold {value}.", nameof(value));
        _items.Add((name, value, true));
        return this;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, value, quoted) in _items)
        {
            if (text.Length > 0) text.Append(',');
            text.Append(name).Append('=').Append(quoted ? $"\"{value}\"" : value);
        }

        return text.ToString();
    }
}

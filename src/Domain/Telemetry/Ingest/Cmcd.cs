using System.Buffers;
using System.Globalization;
using System.Text;

namespace StreamPlatform.Domain.Telemetry.Ingest;

/// <summary>
/// Common media client data (CTA-5004): keys with commas between, <c>bl=21300,br=3200,bs,ot=v,sid="…"</c>. What isn't in the standard,
/// or not of the kind that it asks for, is left out.
/// </summary>
public static class Cmcd
{
    private enum Kind
    {
        Number,
        Flag,
        Text,
        Word,
        Rate,
    }

    private const int MostText = 64;

    private static readonly SearchValues<char> WordLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly Dictionary<string, Kind> Keys = new(StringComparer.Ordinal)
    {
        ["br"] = Kind.Number, ["bl"] = Kind.Number, ["bs"] = Kind.Flag, ["cid"] = Kind.Text, ["d"] = Kind.Number, ["dl"] = Kind.Number, ["mtp"] = Kind.Number,
        ["nor"] = Kind.Text, ["nrr"] = Kind.Text, ["ot"] = Kind.Word, ["pr"] = Kind.Rate, ["rtp"] = Kind.Number, ["sf"] = Kind.Word, ["sid"] = Kind.Text,
        ["st"] = Kind.Word, ["su"] = Kind.Flag, ["tb"] = Kind.Number, ["v"] = Kind.Number,
    };

    /// <summary>What is understood of it, in order and written alike; null when nothing is.</summary>
    public static string? Understood(string text)
    {
        var kept = Parse(text);
        return kept.Count == 0 ? null : string.Join(',', kept.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
            Keys[pair.Key] == Kind.Flag ? pair.Key : Keys[pair.Key] == Kind.Text ? $"{pair.Key}=\"{pair.Value}\"" : $"{pair.Key}={pair.Value}"));
    }

    /// <summary>The keys and values that are understood; of a flag that is set, an empty value.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in Items(text))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = equals < 0 ? (item.Trim(), "") : (item[..equals].Trim(), item[(equals + 1)..].Trim());
            if (Keys.TryGetValue(key, out var kind) && Accepted(kind, value, equals >= 0) is { } accepted)
            {
                found[key] = accepted;
            }
        }

        return found;
    }

    private static string? Accepted(Kind kind, string value, bool hasValue) => kind switch
    {
        Kind.Flag => !hasValue || value == "true" ? "" : null,
        Kind.Number => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
        Kind.Rate => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate <= 100 ? rate.ToString(CultureInfo.InvariantCulture) : null,
        Kind.Word => value.Length is > 0 and <= 8 && !value.AsSpan().ContainsAnyExcept(WordLetters) ? value : null,
        _ => value is ['"', .., '"'] && value.Length - 2 is > 0 and <= MostText && IsPlain(value.AsSpan(1, value.Length - 2)) ? value[1..^1] : null,
    };

    private static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAny('"', '\\') && !text.ContainsAnyExceptInRange(' ', '~');

    /// <summary>What is between commas that stand in no quotes.</summary>
    private static List<string> Items(string text)
    {
        var items = new List<string>();
        var item = new StringBuilder();
        var quoted = false;
        foreach (var letter in text)
        {
            quoted ^= letter == '"';
            if (letter == ',' && !quoted)
            {
                items.Add(item.ToString());
                item.Clear();
            }
            else
            {
                item.Append(letter);
            }
        }

        items.Add(item.ToString());
        return items;
    }
}

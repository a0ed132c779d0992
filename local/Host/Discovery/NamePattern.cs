using System.Text;
using System.Text.RegularExpressions;

namespace StreamPlatform.Local.Host.Discovery;

/// <summary>
/// A path with named parts, <c>{assetId}/{uploadId}</c>: matches names and gives the parts, or is filled with values.
/// A part that is followed by something ends at its first occurrence except for the last one, which takes the rest.
/// </summary>
internal sealed partial class NamePattern
{
    private readonly Regex _match;

    public NamePattern(string text)
    {
        Text = text;
        Names = [.. Part().Matches(text).Select(match => match.Groups[1].Value)];
        if (Names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != Names.Count)
            throw new FormatException($"'{text}' uses a name twice.");
        if (Part().Replace(text, "").AsSpan().ContainsAny('{', '}'))
            throw new FormatException($"'{text}' has an unpaired brace or a part without a plain name.");
        var literal = 0;
        var expression = new StringBuilder("^");
        foreach (Match part in Part().Matches(text))
        {
            expression.Append(Regex.Escape(text[literal..part.Index]));
            literal = part.Index + part.Length;
            var last = literal == text.Length;
            expression.Append(last ? $"(?<{part.Groups[1].Value}>.+)" : $"(?<{part.Groups[1].Value}>[^/]+?)");
        }
        expression.Append(Regex.Escape(text[literal..])).Append('$');
        _match = new Regex(expression.ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    public string Text { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>What every match begins with: a scan needs to look no further.</summary>
    public string LiteralPrefix => Text.IndexOf('{', StringComparison.Ordinal) is var brace and >= 0 ? Text[..brace] : Text;

    /// <summary>The named parts of a name, or null when it doesn't match.</summary>
    public IReadOnlyDictionary<string, object?>? Match(string name)
    {
        var match = _match.Match(name);
        return match.Success
            ? Names.ToDictionary(part => part, object? (part) => match.Groups[part].Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    /// <summary>The path with its parts taken from <paramref name="values"/>; <c>{rand-guid}</c> is a new GUID.</summary>
    public string Fill(IReadOnlyDictionary<string, object?> values) => Part().Replace(Text, match =>
        match.Groups[1].Value switch
        {
            "rand-guid" => Guid.NewGuid().ToString(),
            var name when values.TryGetValue(name, out var value) && value is not null => value.ToString()!,
            var name => throw new InvalidOperationException($"'{Text}' asks for '{name}', which the trigger doesn't give."),
        });

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_-]*)\}")]
    private static partial Regex Part();
}

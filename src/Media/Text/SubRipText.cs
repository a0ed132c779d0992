using System.Text;

namespace StreamPlatform.Media.Text;

/// <summary>Turns SubRip's text, with the tags that programs put in it, into WebVTT cue text: bold, italic and underline stay, the rest is plain.</summary>
internal static class SubRipText
{
    private static readonly string[] Kept = ["b", "i", "u"];

    public static (string Text, WebVttSettings Settings) ToWebVtt(string text)
    {
        var result = new StringBuilder(text.Length);
        var open = new Stack<string>();
        var settings = WebVttSettings.None;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '<' && Tag(text, at) is { } tag)
            {
                Write(tag.Name, tag.IsEnd);
                at += tag.Length;
            }
            else if (text[at] == '{' && text.IndexOf('}', at) is var end and > 0 && text.AsSpan(at + 1).StartsWith("\\"))
            {
                settings = Position(text.AsSpan(at, end - at)) ?? settings;
                at = end + 1;
            }
            else
            {
                result.Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", var other => other.ToString() });
                at++;
            }
        }

        while (open.TryPop(out var name))
            result.Append("</").Append(name).Append('>');
        // An empty line would end the cue.
        return (string.Join('\n', result.ToString().Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))), settings);

        void Write(string name, bool isEnd)
        {
            if (!Kept.Contains(name))
                return;
            if (!isEnd)
                open.Push(name);
            // Ends that cross would break the cue: what is open within ends too.
            while (isEnd && open.Contains(name) && open.Pop() is var inner)
            {
                result.Append("</").Append(inner).Append('>');
                if (inner == name)
                    return;
            }

            if (!isEnd)
                result.Append('<').Append(name).Append('>');
        }
    }

    /// <summary>A tag of a known name at this place; anything else is text that has a &lt; in it.</summary>
    private static (string Name, bool IsEnd, int Length)? Tag(string text, int at)
    {
        var close = text.IndexOf('>', at);
        if (close < 0)
            return null;
        var inside = text.AsSpan(at + 1, close - at - 1);
        var isEnd = inside.StartsWith('/');
        var name = (isEnd ? inside[1..] : inside).ToString();
        name = name.Split([' ', '.', '\n'], 2)[0].ToLowerInvariant();
        return Kept.Contains(name) || name is "font" or "s" or "c" or "span" ? (name, isEnd, close - at + 1) : null;
    }

    /// <summary>SubStation's <c>\an1</c> to <c>\an9</c>: as the keys of a number pad; 2, the middle below, is the usual.</summary>
    private static WebVttSettings? Position(ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOf("\\an");
        if (at < 0 || at + 3 >= tag.Length || tag[at + 3] is < '1' or > '9')
            return null;
        var key = tag[at + 3] - '1';
        return new WebVttSettings
        {
            Line = (key / 3) switch { 1 => new WebVttPlace(50, true, "center"), 2 => new WebVttPlace(0, false), _ => null },
            Align = (key % 3) switch { 0 => "start", 2 => "end", _ => null },
        };
    }
}

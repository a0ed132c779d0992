using System.Text;

namespace StreamPlatform.Media.Text;

/// <summary>The lines of a subtitle file, with a place to stand on.</summary>
internal sealed class TextLines
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private readonly string[] _lines;
    private int _next;

    private TextLines(string text) =>
        _lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\uFFFD').Split('\n');

    /// <summary>Number of the line that comes next, one-based.</summary>
    public int Number => _next + 1;

    public bool AtEnd => _next >= _lines.Length;

    public string Next => _lines[_next];

    /// <summary>UTF-8, or UTF-16 that says so by its byte order mark.</summary>
    /// <exception cref="TextFileException">It is neither, or too long.</exception>
    public static TextLines Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > WebVttLimits.MostBytes)
            throw new TextFileException(1, $"the file is larger than {WebVttLimits.MostBytes / 1024 / 1024} MB");
        try
        {
            return new TextLines(bytes switch
            {
                [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
                [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
                [0xEF, 0xBB, 0xBF, ..] => Utf8.GetString(bytes[3..]),
                _ => Utf8.GetString(bytes),
            });
        }
        catch (DecoderFallbackException e)
        {
            throw new TextFileException(1 + bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n'), "there are bytes that are not UTF-8; save the file as UTF-8");
        }
    }

    public string Take() => _lines[_next++];

    public void SkipEmpty()
    {
        while (!AtEnd && string.IsNullOrWhiteSpace(Next))
            _next++;
    }

    /// <summary>The lines up to an empty one or the end.</summary>
    public List<string> TakeBlock()
    {
        var block = new List<string>();
        while (!AtEnd && !string.IsNullOrWhiteSpace(Next))
            block.Add(Take());
        return block;
    }
}

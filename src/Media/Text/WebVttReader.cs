namespace StreamPlatform.Media.Text;

/// <summary>
/// Reads WebVTT (W3C WebVTT, 6.1) and, unlike players, which pass over what they can't read, refuses it: its author is
/// there to correct it.
/// </summary>
public static class WebVttReader
{
    private const string Arrow = "-->";

    /// <exception cref="TextFileException">It is not WebVTT.</exception>
    public static WebVttDocument Read(ReadOnlySpan<byte> file)
    {
        var lines = TextLines.Read(file);
        if (!IsHeader(lines.Next))
            throw new TextFileException(1, "the file does not begin with WEBVTT");
        lines.TakeBlock();

        var cues = new List<WebVttCue>();
        for (lines.SkipEmpty(); !lines.AtEnd; lines.SkipEmpty())
        {
            if (IsBlock(lines.Next))
                lines.TakeBlock();
            else if (cues.Count == WebVttLimits.MostCues)
                throw new TextFileException(lines.Number, $"there are more than {WebVttLimits.MostCues} cues");
            else
                cues.Add(ReadCue(lines));
        }

        // Most files have their cues in order, and must; those that don't play as if they had.
        return new WebVttDocument([.. cues.OrderBy(cue => cue.StartMilliseconds)]);
    }

    internal static bool IsHeader(string line) => line.StartsWith("WEBVTT", StringComparison.Ordinal) && (line.Length == 6 || line[6] is ' ' or '\t');

    private static bool IsBlock(string line) =>
        !line.Contains(Arrow, StringComparison.Ordinal) && (line is "STYLE" or "REGION" or "NOTE" || line.StartsWith("NOTE ", StringComparison.Ordinal) || line.StartsWith("NOTE\t", StringComparison.Ordinal) || line.TrimEnd() is "STYLE" or "REGION");

    private static WebVttCue ReadCue(TextLines lines)
    {
        string? id = null;
        if (!lines.Next.Contains(Arrow, StringComparison.Ordinal))
        {
            id = lines.Take();
            if (lines.AtEnd || !lines.Next.Contains(Arrow, StringComparison.Ordinal))
                throw new TextFileException(lines.Number, "a cue has no times such as 00:01.000 --> 00:02.500");
        }

        var number = lines.Number;
        var (start, end, settings) = Times(lines.Take(), number);
        var text = CueText.Take(lines);
        return new WebVttCue(start, end, text) { Settings = settings, Id = id };
    }

    private static (long Start, long End, WebVttSettings Settings) Times(string line, int number)
    {
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        var after = line[(arrow + Arrow.Length)..].TrimStart();
        var space = after.IndexOfAny([' ', '\t']);
        var start = WebVttTime.Parse(line.AsSpan(0, arrow).Trim()) ?? throw new TextFileException(number, "the start of a cue is no time such as 00:01.000");
        var end = WebVttTime.Parse(space < 0 ? after : after.AsSpan(0, space)) ?? throw new TextFileException(number, "the end of a cue is no time such as 00:02.500");
        return end > start
            ? (start, end, space < 0 ? WebVttSettings.None : WebVttSettings.Parse(after[space..]))
            : throw new TextFileException(number, "a cue ends before it starts");
    }
}

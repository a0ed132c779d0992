namespace StreamPlatform.Media.Text;

/// <summary>
/// Reads SubRip (.srt), which no standard defines: numbered blocks of times and text. Numbers may be missing or wrong.
/// Where the position is told (<c>{\an8}</c>), it is kept.
/// </summary>
public static class SubRipReader
{
    private const string Arrow = "-->";

    /// <exception cref="TextFileException">It is not SubRip.</exception>
    public static WebVttDocument Read(ReadOnlySpan<byte> file)
    {
        var lines = TextLines.Read(file);
        var cues = new List<WebVttCue>();
        for (lines.SkipEmpty(); !lines.AtEnd; lines.SkipEmpty())
        {
            if (cues.Count == WebVttLimits.MostCues)
                throw new TextFileException(lines.Number, $"there are more than {WebVttLimits.MostCues} cues");
            if (!lines.Next.Contains(Arrow, StringComparison.Ordinal))
                lines.Take();
            if (lines.AtEnd || !lines.Next.Contains(Arrow, StringComparison.Ordinal))
                throw new TextFileException(lines.AtEnd ? lines.Number - 1 : lines.Number, "a cue has no times such as 00:00:01,000 --> 00:00:02,500");
            var number = lines.Number;
            var (start, end) = Times(lines.Take(), number);
            var (text, settings) = SubRipText.ToWebVtt(CueText.Take(lines));
            // Editors leave cues of no text or no time as markers; they show nothing.
            if (text.Length > 0 && end > start)
                cues.Add(new WebVttCue(start, end, text) { Settings = settings });
        }

        return new WebVttDocument([.. cues.OrderBy(cue => cue.StartMilliseconds)]);
    }

    private static (long Start, long End) Times(string line, int number)
    {
        var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
        var after = line[(arrow + Arrow.Length)..].Trim();
        var space = after.IndexOfAny([' ', '\t']);
        var start = WebVttTime.Parse(line.AsSpan(0, arrow).Trim(), isSubRip: true) ?? throw new TextFileException(number, "the start of a cue is no time such as 00:00:01,000");
        var end = WebVttTime.Parse(space < 0 ? after : after.AsSpan(0, space), isSubRip: true) ?? throw new TextFileException(number, "the end of a cue is no time such as 00:00:02,500");
        return end >= start ? (start, end) : throw new TextFileException(number, "a cue ends before it starts");
    }
}

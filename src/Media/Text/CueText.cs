namespace StreamPlatform.Media.Text;

/// <summary>The text of a cue, from where its times were read.</summary>
internal static class CueText
{
    /// <exception cref="TextFileException">It is too long, or another cue begins in it.</exception>
    public static string Take(TextLines lines)
    {
        var first = lines.Number;
        var block = lines.TakeBlock();
        var text = string.Join('\n', block);
        if (text.Length > WebVttLimits.MostCharactersPerCue)
            throw new TextFileException(first, $"a cue has more than {WebVttLimits.MostCharactersPerCue} characters");
        return block.FindIndex(line => line.Contains("-->", StringComparison.Ordinal)) is var arrow and >= 0
            ? throw new TextFileException(first + arrow, "there is no empty line before the times of a cue")
            : text;
    }
}

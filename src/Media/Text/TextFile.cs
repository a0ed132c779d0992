namespace StreamPlatform.Media.Text;

/// <summary>A subtitle file of either kind.</summary>
public static class TextFile
{
    /// <summary>WebVTT when it begins so, else SubRip.</summary>
    /// <exception cref="TextFileException">It is neither.</exception>
    public static WebVttDocument Read(ReadOnlySpan<byte> file) =>
        WebVttReader.IsHeader(TextLines.Read(file).Next) ? WebVttReader.Read(file) : SubRipReader.Read(file);
}

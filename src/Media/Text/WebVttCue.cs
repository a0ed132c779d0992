namespace StreamPlatform.Media.Text;

/// <summary>A cue (W3C WebVTT, 4.1).</summary>
/// <param name="Text">Lines of WebVTT cue text: tags and escapes as they stand in the file; no empty line, no <c>--&gt;</c>.</param>
public sealed record WebVttCue(long StartMilliseconds, long EndMilliseconds, string Text)
{
    public WebVttSettings Settings { get; init; } = WebVttSettings.None;

    /// <summary>Null without.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text as cue text (W3C WebVTT, 4.2.2).</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}

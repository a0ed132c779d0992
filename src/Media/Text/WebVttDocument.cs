using System.Text;

namespace StreamPlatform.Media.Text;

/// <summary>
/// A WebVTT file (W3C WebVTT, 4.1). Style sheets, regions and comments are not kept: they are an author's own, players
/// honour them differently or not at all, and a style sheet of somebody else's has no business in a page.
/// </summary>
/// <param name="Cues">In order of their starts.</param>
public sealed record WebVttDocument(IReadOnlyList<WebVttCue> Cues)
{
    /// <summary>
    /// For HLS (RFC 8216bis, 3.1.4): the file's clock is that of the segments, which start at 0. Elsewhere it is part of
    /// the header, which nobody reads.
    /// </summary>
    private const string TimestampMap = "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0";

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString()
    {
        var text = new StringBuilder($"WEBVTT\n{TimestampMap}\n");
        foreach (var cue in Cues)
        {
            text.Append('\n');
            if (cue.Id is not null)
                text.Append(cue.Id).Append('\n');
            text.Append(WebVttTime.Write(cue.StartMilliseconds)).Append(" --> ").Append(WebVttTime.Write(cue.EndMilliseconds));
            if (cue.Settings.ToString() is { Length: > 0 } settings)
                text.Append(' ').Append(settings);
            text.Append('\n').Append(cue.Text).Append(cue.Text.Length == 0 ? "" : "\n");
        }

        return text.ToString();
    }
}

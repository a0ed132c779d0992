namespace StreamPlatform.Media.Text;

/// <summary>A part of a text track on a clock of its own.</summary>
public static class WebVttSpan
{
    /// <summary>Cues that are shown between two times, cut off there, with the first time as 0.</summary>
    public static WebVttDocument Of(WebVttDocument document, long fromMilliseconds, long toMilliseconds) => new(
    [
        .. document.Cues
            .Where(cue => cue.StartMilliseconds < toMilliseconds && cue.EndMilliseconds > fromMilliseconds)
            .Select(cue => cue with
            {
                StartMilliseconds = Math.Max(0, cue.StartMilliseconds - fromMilliseconds),
                EndMilliseconds = Math.Min(toMilliseconds, cue.EndMilliseconds) - fromMilliseconds,
            }),
    ]);
}

using System.Globalization;

namespace StreamPlatform.Domain.Playback.Downloads;

/// <summary>What a download holds, and what it is called in paths and messages: <c>720p</c>, or <c>720p@12000-34500</c> for a clip.</summary>
/// <param name="Start">Where a clip begins, seconds of the video; null for all of it.</param>
/// <param name="End">Where it ends; null with <paramref name="Start"/>.</param>
public sealed record DownloadName(string Rendition, double? Start = null, double? End = null)
{
    private const char Divider = '@';

    /// <summary>To the millisecond, so that one range has one name.</summary>
    public static DownloadName Clip(string rendition, double start, double end) => new(rendition, Math.Round(start, 3), Math.Round(end, 3));

    /// <summary>Null when it is none.</summary>
    public static DownloadName? Parse(string text)
    {
        if (text.Split(Divider) is [var rendition] && rendition.Length > 0)
        {
            return new DownloadName(rendition);
        }

        return text.Split(Divider) is [{ Length: > 0 } name, var range]
            && range.Split('-') is [var from, var to]
            && long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && start < end
                ? new DownloadName(name, start / 1000.0, end / 1000.0)
                : null;
    }

    public override string ToString() => Start is { } start && End is { } end
        ? string.Create(CultureInfo.InvariantCulture, $"{Rendition}{Divider}{start * 1000:0}-{end * 1000:0}")
        : Rendition;
}

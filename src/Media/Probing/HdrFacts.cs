using System.Globalization;
using System.Text.RegularExpressions;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Probing;

/// <summary>
/// Reads HDR10 metadata: of the container where it has them (mdcv, clli, Matroska's colour element), else of the first
/// picture (SEI, OBU), as ffmpeg's showinfo prints them. What no screen can be is not believed.
/// </summary>
internal static partial class HdrFacts
{
    /// <summary>Beyond what PQ can say.</summary>
    private const double MaxNits = 10_000;

    /// <param name="pictureLines">What ffmpeg said of the first picture.</param>
    public static HdrMetadata? Of(StreamScan stream, IEnumerable<string> pictureLines)
    {
        var (display, light) = (Display(stream), Light(stream));
        foreach (var line in pictureLines)
        {
            display ??= Display(line);
            light ??= Light(line);
        }

        return display is null && light is null ? null : new HdrMetadata(display, light);
    }

    private static MasteringDisplay? Display(StreamScan stream) => Sane(
        FrameRates.Parse(stream["red_x"]).Value, FrameRates.Parse(stream["red_y"]).Value,
        FrameRates.Parse(stream["green_x"]).Value, FrameRates.Parse(stream["green_y"]).Value,
        FrameRates.Parse(stream["blue_x"]).Value, FrameRates.Parse(stream["blue_y"]).Value,
        FrameRates.Parse(stream["white_point_x"]).Value, FrameRates.Parse(stream["white_point_y"]).Value,
        FrameRates.Parse(stream["min_luminance"]).Value, FrameRates.Parse(stream["max_luminance"]).Value);

    private static MasteringDisplay? Display(string line) =>
        DisplayLine().Match(line) is { Success: true } match ? Sane([.. Enumerable.Range(1, 10).Select(group => Number(match, group))]) : null;

    private static ContentLight? Light(StreamScan stream) => Sane(stream.Number("max_content"), stream.Number("max_average"));

    private static ContentLight? Light(string line) =>
        LightLine().Match(line) is { Success: true } match ? Sane((int)Number(match, 1), (int)Number(match, 2)) : null;

    /// <param name="told">Red x, y, green, blue, white, then the least and most light.</param>
    private static MasteringDisplay? Sane(params ReadOnlySpan<double> told)
    {
        foreach (var place in told[..8])
        {
            if (place is not (> 0 and < 1))
                return null;
        }

        return told[8] >= 0 && told[9] > told[8] && told[9] <= MaxNits
            ? new MasteringDisplay(new(told[0], told[1]), new(told[2], told[3]), new(told[4], told[5]), new(told[6], told[7]), told[8], told[9])
            : null;
    }

    private static ContentLight? Sane(int cll, int fall) => cll is >= 0 and <= (int)MaxNits && fall is >= 0 and <= (int)MaxNits && cll + fall > 0 ? new ContentLight(cll, fall) : null;

    private static double Number(Match match, int group) =>
        double.TryParse(match.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;

    [GeneratedRegex(@"has_primaries:1 has_luminance:1 r\(([\d.]+)[, ]+([\d.]+)\) g\(([\d.]+)[, ]+([\d.]+)\) b\(([\d.]+)[, ]+([\d.]+)\) wp\(([\d.]+)[, ]+([\d.]+)\) min_luminance=([\d.]+), max_luminance=([\d.]+)", RegexOptions.IgnoreCase)]
    private static partial Regex DisplayLine();

    [GeneratedRegex(@"MaxCLL=(\d{1,6}), MaxFALL=(\d{1,6})")]
    private static partial Regex LightLine();
}

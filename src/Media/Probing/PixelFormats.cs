using System.Globalization;
using System.Text.RegularExpressions;

namespace StreamPlatform.Media.Probing;

/// <summary>Reads ffmpeg's names of pixel formats: <c>yuv422p10le</c> is 4:2:2 with 10 bits a sample.</summary>
internal static partial class PixelFormats
{
    public static int BitDepth(string format) => format switch
    {
        "" => 8,
        _ when Depth().Match(format) is { Success: true } match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
        "p010le" or "p210le" or "nv20le" => 10,
        "p016le" => 16,
        _ when format.Contains("48", StringComparison.Ordinal) || format.Contains("64", StringComparison.Ordinal) => 16,
        _ => 8,
    };

    public static string? Chroma(string format) => format switch
    {
        "nv12" or "nv21" or "p010le" or "p016le" => "4:2:0",
        "nv16" or "nv20le" or "yuyv422" or "uyvy422" or "yvyu422" or "p210le" => "4:2:2",
        "uyyvyy411" => "4:1:1",
        _ when IsRgb(format) => "rgb",
        _ when format.StartsWith("gray", StringComparison.Ordinal) || format.StartsWith("ya", StringComparison.Ordinal) || format.StartsWith("mono", StringComparison.Ordinal) => "grey",
        _ when Sampling().Match(format) is { Success: true } match => string.Join(':', match.Groups[1].Value.ToCharArray()),
        _ => null,
    };

    public static bool IsRgb(string format) => Rgb().IsMatch(format);

    public static bool IsFullRange(string format) => format.StartsWith("yuvj", StringComparison.Ordinal);

    [GeneratedRegex(@"(?:p|gray|gbrap?|y2)(\d\d)(?:le|be)?$")]
    private static partial Regex Depth();

    [GeneratedRegex(@"^yuv[aj]?(4\d\d)")]
    private static partial Regex Sampling();

    [GeneratedRegex(@"^(rgb|bgr|gbr|argb|abgr|0rgb|0bgr|pal8|x2rgb|x2bgr|bayer)")]
    private static partial Regex Rgb();
}

using System.Globalization;

namespace StreamPlatform.Media.Probing;

/// <summary>The transformation a container asks players for (ISO/IEC 14496-12, 8.3.2), as ffprobe prints it.</summary>
internal static class DisplayMatrix
{
    /// <summary>Its determinant is negative: the picture is shown in a mirror, whatever the rotation.</summary>
    public static bool IsReflection(string printed)
    {
        var cells = printed.Split(["\\n", "\n", " "], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.EndsWith(':'))
            .Select(word => double.TryParse(word, CultureInfo.InvariantCulture, out var value) ? value : 0)
            .ToList();
        return cells is [var a, var b, _, var c, var d, ..] && a * d - b * c < 0;
    }
}

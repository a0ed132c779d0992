using System.Globalization;

namespace StreamPlatform.Media.Text;

/// <summary>Timestamps in milliseconds (W3C WebVTT, 4.3: <c>hh:mm:ss.ttt</c>, hours optional; SubRip has a comma instead of the point).</summary>
internal static class WebVttTime
{
    public static string Write(long milliseconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"{milliseconds / 3_600_000:00}:{milliseconds / 60_000 % 60:00}:{milliseconds / 1000 % 60:00}.{milliseconds % 1000:000}");

    /// <summary>Null when it is no timestamp, or beyond what we take.</summary>
    /// <param name="isSubRip">Commas, and fractions of one to three digits, as programs write them.</param>
    public static long? Parse(ReadOnlySpan<char> text, bool isSubRip = false)
    {
        var point = isSubRip ? text.IndexOfAny(',', '.') : text.IndexOf('.');
        if (point < 0 || Fraction(text[(point + 1)..], isSubRip) is not { } fraction)
            return null;
        Span<Range> parts = stackalloc Range[4];
        var count = text[..point].Split(parts, ':');
        if (count is not (2 or 3) || (isSubRip && count != 3))
            return null;
        long seconds = 0;
        for (var i = 0; i < count; i++)
        {
            var part = text[..point][parts[i]];
            var isHours = count == 3 && i == 0;
            if (part.Length < (isSubRip ? 1 : 2) || part.Length > (isHours ? 4 : 2) || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || (!isHours && value > 59))
                return null;
            seconds = (seconds * 60) + value;
        }

        var time = (seconds * 1000) + fraction;
        return time <= WebVttLimits.LatestMilliseconds ? time : null;
    }

    private static int? Fraction(ReadOnlySpan<char> digits, bool isSubRip) =>
        digits.Length is 0 or > 3 || (!isSubRip && digits.Length != 3) || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? null
            : value * (digits.Length switch { 1 => 100, 2 => 10, _ => 1 });
}

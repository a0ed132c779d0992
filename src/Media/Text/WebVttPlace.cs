using System.Globalization;

namespace StreamPlatform.Media.Text;

/// <summary>Where a cue's box is on one axis: a line number or a percentage, and which edge of the box lies there.</summary>
/// <param name="Anchor">For lines <c>start</c>, <c>center</c> or <c>end</c>, for positions <c>line-left</c>, <c>center</c> or <c>line-right</c>; null for the usual.</param>
public sealed record WebVttPlace(double Value, bool IsPercent, string? Anchor = null)
{
    internal static WebVttPlace? Parse(string text, bool mayBeNumber, string[] anchors)
    {
        var parts = text.Split(',');
        var isPercent = parts[0].EndsWith('%');
        var number = isPercent ? parts[0][..^1] : parts[0];
        return parts.Length <= 2 && (isPercent || mayBeNumber)
            && double.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && (isPercent ? value is >= 0 and <= 100 : value == Math.Truncate(value) && Math.Abs(value) <= 1000)
            && (parts.Length == 1 || anchors.Contains(parts[1]))
                ? new WebVttPlace(value == 0 ? 0 : value, isPercent, parts.Length == 2 ? parts[1] : null)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.######}{(IsPercent ? "%" : "")}{(Anchor is null ? "" : $",{Anchor}")}");
}

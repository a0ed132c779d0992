using System.Globalization;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Operations.Business;

/// <summary>In which parts of a day the platform looked at itself and found that it could serve viewers.</summary>
/// <param name="Day"><c>20260301</c>, in UTC.</param>
/// <param name="Up">A bit for each of <see cref="Looks"/> parts, in hexadecimal digits.</param>
public sealed record UptimeDay(string Day, string Up)
{
    /// <summary>One every five minutes.</summary>
    public const int Looks = 288;

    public static DocumentKind<UptimeDay> Kind { get; } = new("uptimeDay", DocumentContainer.Catalog, day => KeyOf(day.Day));

    /// <summary>How many of the parts from <paramref name="first"/> on and before <paramref name="end"/> it was up in.</summary>
    internal int Count(int first, int end) => Enumerable.Range(first, Math.Max(0, end - first)).Count(IsUp);

    internal bool IsUp(int part) => ((Digit(Up[part / 4]) >> (part % 4)) & 1) != 0;

    internal UptimeDay WithUp(int part)
    {
        var digits = Up.ToCharArray();
        digits[part / 4] = (Digit(digits[part / 4]) | (1 << (part % 4))).ToString("x", CultureInfo.InvariantCulture)[0];
        return this with { Up = new string(digits) };
    }

    internal static UptimeDay Empty(string day) => new(day, new string('0', Looks / 4));

    internal static DocumentKey KeyOf(string day) => new("uptime", day);

    internal static int PartOf(DateTimeOffset at) => (int)(at.UtcDateTime.TimeOfDay / (TimeSpan.FromDays(1) / Looks));

    private static int Digit(char digit) => Convert.ToInt32(digit.ToString(), 16);
}

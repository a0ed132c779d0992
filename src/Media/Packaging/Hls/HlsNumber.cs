using System.Globalization;

namespace StreamPlatform.Media.Packaging.Hls;

/// <summary>Decimal numbers as playlists write them (RFC 8216bis, 4.2).</summary>
internal static class HlsNumber
{
    public static string Write(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Seconds to the microsecond.</summary>
    public static string WriteSeconds(decimal value) => value.ToString("F6", CultureInfo.InvariantCulture);

    /// <exception cref="ManifestException">It is no number.</exception>
    public static decimal Read(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ManifestException($"'{text}' is no number.");

    /// <exception cref="ManifestException">It is no whole number, or too large.</exception>
    public static int ReadWhole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw new ManifestException($"'{text}' is no whole number.");
}

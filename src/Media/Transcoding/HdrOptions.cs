using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Transcoding;

/// <summary>HDR10 metadata as the encoders take them, to be added to their own options: they write them at each key frame.</summary>
internal static class HdrOptions
{
    /// <summary>Units of ITU-T H.265 D.3.28: 0.00002 of a chromaticity, 0.0001 cd/m².</summary>
    public static string X265(HdrMetadata? hdr)
    {
        var display = hdr?.Display is { } screen
            ? $":master-display=G({Place(screen.Green)})B({Place(screen.Blue)})R({Place(screen.Red)})WP({Place(screen.White)})L({Units(screen.MaxLuminance, 10_000)},{Units(screen.MinLuminance, 10_000)})"
            : "";
        return display + (hdr?.Light is { } light ? $":max-cll={light.MaxCll},{light.MaxFall}" : "");

        static string Place(Chromaticity colour) => $"{Units(colour.X, 50_000)},{Units(colour.Y, 50_000)}";
        static long Units(double value, int each) => (long)Math.Round(value * each);
    }

    public static string SvtAv1(HdrMetadata? hdr)
    {
        var display = hdr?.Display is { } screen
            ? FormattableString.Invariant($":mastering-display=G({screen.Green.X:0.#####},{screen.Green.Y:0.#####})B({screen.Blue.X:0.#####},{screen.Blue.Y:0.#####})R({screen.Red.X:0.#####},{screen.Red.Y:0.#####})WP({screen.White.X:0.#####},{screen.White.Y:0.#####})L({screen.MaxLuminance:0.####},{screen.MinLuminance:0.####})")
            : "";
        return display + (hdr?.Light is { } light ? $":content-light={light.MaxCll},{light.MaxFall}" : "");
    }
}

using System.Globalization;
using System.Text;

namespace StreamPlatform.Media.Mp4;

/// <summary>The codecs parameter (RFC 6381 and the codecs' own bindings) of a sample entry.</summary>
public static class CodecString
{
    /// <summary>An encrypted entry is named by what it is of.</summary>
    /// <exception cref="Mp4Exception">The entry's codec is unknown or its configuration is missing.</exception>
    public static string Of(Box entry) => entry switch
    {
        VideoSampleEntry video => Of(video.Type == "encv" ? video with { Type = Original(video.Type, video.Children) } : video),
        AudioSampleEntry audio => Of(audio.Type == "enca" ? audio with { Type = Original(audio.Type, audio.Children) } : audio),
        SubtitleSampleEntry text => Of(text),
        WebVttSampleEntry => "wvtt",
        _ => throw new Mp4Exception($"{entry.Type} is not a codec we know."),
    };

    private static FourCc Original(FourCc type, IReadOnlyList<Box> children) =>
        children.OfType<ContainerBox>().FirstOrDefault(box => box.Type == "sinf")?.Find<OriginalFormatBox>()?.Format
        ?? throw new Mp4Exception($"{type} does not say what it is of.");

    private static string Of(VideoSampleEntry entry)
    {
        // Dolby Vision Streams within ISOBMFF, 5: the entry of a stream that only Dolby Vision decoders show.
        if (entry.Type == "dvh1" || entry.Type == "dvhe")
        {
            var vision = entry.Children.OfType<DolbyVisionConfigurationBox>().FirstOrDefault() ?? throw new Mp4Exception($"{entry.Type} has no Dolby Vision configuration.");
            return $"{entry.Type}.{vision.Profile:D2}.{vision.Level:D2}";
        }

        foreach (var box in entry.Children)
        {
            switch (box)
            {
                case AvcConfigurationBox avc:
                    return $"{entry.Type}.{avc.Profile:X2}{avc.Compatibility:X2}{avc.Level:X2}";
                case HevcConfigurationBox hevc:
                    return $"{entry.Type}.{Hevc(hevc)}";
                case Av1ConfigurationBox av1:
                    return $"av01.{av1.Profile}.{av1.Level:D2}{(av1.HighTier ? 'H' : 'M')}.{av1.BitDepth:D2}";
                case VpConfigurationBox vp:
                    return $"{entry.Type}.{vp.Profile:D2}.{vp.Level:D2}.{vp.BitDepth:D2}";
            }
        }

        throw new Mp4Exception($"{entry.Type} has no decoder configuration.");
    }

    private static string Of(AudioSampleEntry entry)
    {
        if (entry.Type == "Opus") return "opus";
        if (entry.Type != "mp4a") return entry.Type.ToString();
        var descriptor = entry.Children.OfType<EsDescriptorBox>().FirstOrDefault() ?? throw new Mp4Exception("mp4a has no esds.");
        return descriptor.ObjectType == 0x40 && descriptor.AudioObjectType is { } audioObject
            ? $"mp4a.40.{audioObject}"
            : $"mp4a.{descriptor.ObjectType:X2}";
    }

    /// <summary>ISO/IEC 14496-30, annex: the MIME type's own codecs parameter says which profile of TTML it is.</summary>
    private static string Of(SubtitleSampleEntry entry)
    {
        const string Parameter = "codecs=";
        var mime = entry.Children.OfType<MimeBox>().FirstOrDefault()?.ContentType ?? "";
        var at = mime.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase);
        var profile = at < 0 ? "" : mime[(at + Parameter.Length)..].Split(';')[0].Trim(' ', '"');
        return profile.Length == 0 ? "stpp" : $"stpp.ttml.{profile}";
    }

    /// <summary>ISO/IEC 14496-15, annex E: profile, reversed compatibility flags, tier and level, constraint bytes without trailing zeros.</summary>
    private static string Hevc(HevcConfigurationBox hevc)
    {
        var space = (hevc.ProfileByte >> 6) switch { 1 => "A", 2 => "B", 3 => "C", _ => "" };
        var reversed = 0u;
        for (var i = 0; i < 32; i++)
            reversed |= ((hevc.Compatibility >> i) & 1) << (31 - i);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"{space}{hevc.ProfileByte & 31}.{reversed:X}.{((hevc.ProfileByte & 0x20) == 0 ? 'L' : 'H')}{hevc.Level}");
        for (var left = hevc.Constraints; left != 0; left = (left << 8) & 0xFFFF_FFFF_FFFF)
            text.Append(CultureInfo.InvariantCulture, $".{(left >> 40) & 0xFF:X}");
        return text.ToString();
    }
}

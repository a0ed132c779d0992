using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Probing;

namespace StreamPlatform.Media.Packaging;

/// <summary>A track's language (BCP 47) as ISO BMFF tells it: by three letters, and by the whole tag where those don't say it all.</summary>
internal static class TrackLanguage
{
    /// <summary>For mdhd (ISO/IEC 14496-12, 8.4.2.3): each letter's distance from 0x60, 5 bits each.</summary>
    public static ushort Packed(string tag) => Languages.ToIso639(tag).Aggregate((ushort)0, (packed, letter) => (ushort)((packed << 5) | (letter - 0x60)));

    /// <summary>What goes between mdhd and hdlr: elng (8.4.6), or nothing.</summary>
    public static IEnumerable<Box> Extended(string tag) => Languages.ToBcp47(Languages.ToIso639(tag)) == tag ? [] : [new ExtendedLanguageBox(tag)];
}

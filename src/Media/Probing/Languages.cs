using System.Collections.Frozen;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Media.Probing;

/// <summary>Between the language tags of containers (ISO 639-2) and BCP 47, which wants two letters where there are two.</summary>
internal static class Languages
{
    public const string Undetermined = LanguageTag.Undetermined;

    /// <summary>Three letters to two; of a language with two codes of three the terminological one first.</summary>
    private static readonly string[] Pairs = (
        "ara ar,bul bg,cat ca,ces cs,cze cs,zho zh,chi zh,cym cy,wel cy,dan da,deu de,ger de,ell el,gre el,eng en,est et,eus eu,baq eu,"
        + "fas fa,per fa,fin fi,fra fr,fre fr,gle ga,glg gl,heb he,hin hi,hrv hr,hun hu,hye hy,arm hy,ind id,isl is,ice is,ita it,jpn ja,"
        + "kat ka,geo ka,kor ko,lav lv,lit lt,mkd mk,mac mk,msa ms,may ms,nld nl,dut nl,nob nb,nno nn,nor no,pol pl,por pt,ron ro,rum ro,"
        + "rus ru,slk sk,slo sk,slv sl,spa es,sqi sq,alb sq,srp sr,swe sv,tam ta,tel te,tha th,tur tr,ukr uk,urd ur,vie vi")
        .Split(',');

    private static readonly FrozenDictionary<string, string> Short = Pairs.ToFrozenDictionary(pair => pair[..3], pair => pair[4..], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Long = Pairs.DistinctBy(pair => pair[4..]).ToFrozenDictionary(pair => pair[4..], pair => pair[..3], StringComparer.Ordinal);

    /// <param name="tag">Either code of ISO 639-2, or BCP 47 already.</param>
    public static string ToBcp47(string tag)
    {
        if (LanguageTag.Parse(tag) is not { } parsed)
            return Undetermined;
        var parts = parsed.Split('-', 2);
        var language = Short.GetValueOrDefault(parts[0], parts[0]);
        return parts.Length == 2 ? $"{language}-{parts[1]}" : language;
    }

    /// <summary>The terminological code of ISO 639-2/T of a BCP 47 tag's language; <c>und</c> where we know none.</summary>
    public static string ToIso639(string tag)
    {
        var language = tag.Split('-')[0];
        return language.Length == 3 ? language : Long.GetValueOrDefault(language, Undetermined);
    }
}

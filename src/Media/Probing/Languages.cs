using System.Collections.Frozen;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Media.Probing;

/// <summary>Turns container language tags (ISO 639-2, both variants) into BCP 47, which wants two letters where there are two.</summary>
internal static class Languages
{
    public const string Undetermined = LanguageTag.Undetermined;

    private static readonly FrozenDictionary<string, string> Short = (
        "ara ar,bul bg,cat ca,ces cs,cze cs,chi zh,zho zh,cym cy,wel cy,dan da,deu de,ger de,ell el,gre el,eng en,est et,eus eu,baq eu,"
        + "fas fa,per fa,fin fi,fra fr,fre fr,gle ga,glg gl,heb he,hin hi,hrv hr,hun hu,hye hy,arm hy,ind id,isl is,ice is,ita it,jpn ja,"
        + "kat ka,geo ka,kor ko,lav lv,lit lt,mkd mk,mac mk,msa ms,may ms,nld nl,dut nl,nob nb,nno nn,nor no,pol pl,por pt,ron ro,rum ro,"
        + "rus ru,slk sk,slo sk,slv sl,spa es,sqi sq,alb sq,srp sr,swe sv,tam ta,tel te,tha th,tur tr,ukr uk,urd ur,vie vi")
        .Split(',').ToFrozenDictionary(pair => pair[..3], pair => pair[4..], StringComparer.Ordinal);

    public static string ToBcp47(string tag)
    {
        if (LanguageTag.Parse(tag) is not { } parsed)
            return Undetermined;
        var parts = parsed.Split('-', 2);
        var language = Short.GetValueOrDefault(parts[0], parts[0]);
        return parts.Length == 2 ? $"{language}-{parts[1]}" : language;
    }
}

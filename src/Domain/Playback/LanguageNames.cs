using System.Collections.Frozen;

namespace StreamPlatform.Domain.Playback;

/// <summary>
/// English names of languages, for track lists. A table of ours: names from the system's locale data differ between
/// machines, and they are part of plans, whose equality decides paths.
/// </summary>
public static class LanguageNames
{
    private static readonly FrozenDictionary<string, string> Names = (
        "ar Arabic,bg Bulgarian,bn Bengali,ca Catalan,cs Czech,cy Welsh,da Danish,de German,el Greek,en English,es Spanish,et Estonian,eu Basque,"
        + "fa Persian,fi Finnish,fil Filipino,fr French,ga Irish,gl Galician,gu Gujarati,he Hebrew,hi Hindi,hr Croatian,hu Hungarian,hy Armenian,"
        + "id Indonesian,is Icelandic,it Italian,ja Japanese,ka Georgian,kk Kazakh,kn Kannada,ko Korean,lt Lithuanian,lv Latvian,mk Macedonian,"
        + "ml Malayalam,mr Marathi,ms Malay,nb Norwegian Bokmål,nl Dutch,nn Norwegian Nynorsk,no Norwegian,pa Punjabi,pl Polish,pt Portuguese,"
        + "ro Romanian,ru Russian,sk Slovak,sl Slovenian,sq Albanian,sr Serbian,sv Swedish,sw Swahili,ta Tamil,te Telugu,th Thai,tr Turkish,"
        + "uk Ukrainian,ur Urdu,vi Vietnamese,zh Chinese,zu Zulu")
        .Split(',').Select(pair => pair.Split(' ', 2)).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary><c>German</c>, <c>Portuguese (BR)</c>; the tag itself where it isn't known; null for <c>und</c>.</summary>
    public static string? Of(string tag)
    {
        var parts = tag.Split('-', 2);
        return tag == "und" ? null
            : !Names.TryGetValue(parts[0], out var name) ? tag
            : parts.Length == 2 ? $"{name} ({parts[1]})" : name;
    }
}

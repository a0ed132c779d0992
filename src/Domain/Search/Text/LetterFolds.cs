using System.Collections.Frozen;

namespace StreamPlatform.Domain.Search.Text;

/// <summary>
/// Letters with accents and the letters people type for them. A table of our own: the runtime has no Unicode data to
/// decompose with, and letters such as ø have no decomposition.
/// </summary>
internal static class LetterFolds
{
    /// <summary>A letter, or two, and those that are taken for it. Lower case only.</summary>
    private static readonly string[] Table =
    [
        "a:àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặ", "b:ḃƀ", "c:çćĉċč", "d:ďđḋḍ", "e:èéêëēĕėęěȅȇẹẻẽếềểễệ", "f:ḟ", "g:ĝğġģǧǵ", "h:ĥħḣḥ",
        "i:ìíîïĩīĭįıǐȉȋỉị", "j:ĵǰ", "k:ķĸǩḳ", "l:ĺļľŀłḷ", "m:ṁṃ", "n:ñńņňŉŋǹṅṇ", "o:òóôõöøōŏőơǒǫǿȍȏȯọỏốồổỗộớờởỡợ", "p:ṗ", "r:ŕŗřȑȓṙṛ",
        "s:śŝşšșſṡṣ", "t:ţťŧțṫṭ", "u:ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữự", "v:ṽ", "w:ŵẁẃẅ", "x:ẋẍ", "y:ýÿŷȳẏỳỵỷỹ", "z:źżžẑẓ",
        "ss:ßẞ", "ae:æǽ", "oe:œ", "th:þ", "d:ð", "ij:ĳ",
        "α:άἀἁἄᾶὰ", "ε:έὲἐἑ", "η:ήὴῆἠ", "ι:ίϊΐὶῖ", "ο:όὸὀ", "υ:ύϋΰὺῦ", "ω:ώὼῶ", "σ:ς",
        "е:ёѐ", "і:ї", "г:ґѓ", "к:ќ", "и:ѝ", "у:ў",
    ];

    private static readonly FrozenDictionary<char, string> Folds = Table
        .SelectMany(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Select(letter => (letter, line[..line.IndexOf(':', StringComparison.Ordinal)])))
        .ToFrozenDictionary(fold => fold.letter, fold => fold.Item2);

    /// <summary>What is typed for the letter; null for itself.</summary>
    public static string? Of(char letter) => letter < '\u00c0' ? null : Folds.GetValueOrDefault(letter);
}

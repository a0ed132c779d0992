using System.Globalization;
using System.Text;

namespace StreamPlatform.Domain.Search.Text;

/// <summary>How text becomes words. Letters of scripts that put no spaces between words are each found, together as a phrase.</summary>
public static class SearchText
{
    /// <summary>Longer words are cut: nobody types them.</summary>
    public const int LongestWord = 40;

    /// <summary>Parts letters of scripts without spaces; a control character, so that no title has it.</summary>
    public const char Gap = '\u001f';

    /// <summary>The words, in lower case and in order; accents stay. What is neither letter nor number parts them.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in text)
        {
            var isMark = IsMark(letter);
            if (!char.IsLetter(letter) && !char.IsNumber(letter) && !(isMark && word.Length > 0))
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }

                continue;
            }

            if (!isMark && word.Length > 0 && IsUnspaced(letter) != IsUnspaced(word[^1]))
            {
                yield return word.ToString();
                word.Clear();
            }

            if (word.Length < LongestWord)
            {
                word.Append(char.ToLowerInvariant(letter));
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    /// <summary>The word as it is typed where its letters aren't on the keyboard: without accents.</summary>
    public static string Fold(string word)
    {
        if (word.All(char.IsAscii))
        {
            return word;
        }

        var folded = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (letter is < '\u0300' or > '\u036f')
            {
                folded.Append(LetterFolds.Of(letter) ?? letter.ToString());
            }
        }

        return folded.ToString();
    }

    /// <summary>The words without accents.</summary>
    public static IEnumerable<string> FoldedWords(string text) => Words(text).Select(Fold);

    /// <summary>What two texts have in common that differ only in case, accents and signs.</summary>
    public static string Key(string text) => string.Join(' ', FoldedWords(text));

    /// <summary>The text with a <see cref="Gap"/> around each letter of a script without spaces, so that each is a word to an index.</summary>
    public static string Spaced(string text)
    {
        if (!text.Any(letter => letter == Gap || IsUnspaced(letter)))
        {
            return text;
        }

        var spaced = new StringBuilder(text.Length * 2);
        foreach (var letter in text)
        {
            if (letter == Gap)
            {
                continue;
            }

            if (spaced.Length > 0 && !IsMark(letter) && (IsUnspaced(letter) || IsUnspaced(spaced[^1])))
            {
                spaced.Append(Gap);
            }

            spaced.Append(letter);
        }

        return spaced.ToString();
    }

    /// <summary>True for letters of Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese.</summary>
    public static bool IsUnspaced(char letter) => letter is
        (>= '\u0e00' and <= '\u0eff') or (>= '\u1000' and <= '\u109f') or (>= '\u1780' and <= '\u17ff')
        or (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff')
        or '\u3005' or '\u3007';

    private static bool IsMark(char letter) =>
        letter >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

namespace StreamPlatform.Domain.Search.Text;

/// <summary>
/// Words that are one edit apart: a letter more, less, other, or two swapped. Such words have a variant in common when each
/// has the variants of itself and of itself without one letter, which is what an index of words can look up.
/// </summary>
public static class Spelling
{
    /// <summary>Shorter words are too like one another: what was typed stays.</summary>
    public const int ShortestCorrected = 4;

    /// <summary>The shortest word that a longer one can be corrected to.</summary>
    public const int ShortestKnown = ShortestCorrected - 1;

    /// <summary>The word, and what it is without each one of its letters; each once.</summary>
    public static IReadOnlyCollection<string> Variants(string word)
    {
        var variants = new HashSet<string>(StringComparer.Ordinal) { word };
        for (var i = 0; i < word.Length; i++)
        {
            variants.Add(word.Remove(i, 1));
        }

        return variants;
    }

    /// <summary>True when one edit, or none, makes the one the other.</summary>
    public static bool IsNear(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1)
        {
            return false;
        }

        var same = 0;
        while (same < shorter.Length && shorter[same] == longer[same])
        {
            same++;
        }

        var left = shorter.AsSpan(same);
        var right = longer.AsSpan(same);
        return right.Length == 0
            || (left.Length < right.Length ? left.SequenceEqual(right[1..])
                : left[1..].SequenceEqual(right[1..])
                    || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..])));
    }
}

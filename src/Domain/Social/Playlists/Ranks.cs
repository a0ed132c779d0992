namespace StreamPlatform.Domain.Social.Playlists;

/// <summary>
/// Texts that sort items, with room between any two: eight digits to the base of 62, and a fraction where whole numbers are
/// used up. An item that is put between two others changes no other item, so that people who work on different items of one
/// playlist are never in each other's way.
/// </summary>
public static class Ranks
{
    /// <summary>A fraction makes ranks grow by a digit for some six items at one place. One that is longer than this has its neighbours spread.</summary>
    public const int Long = 60;

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Whole = 8;

    private const long Top = 62L * 62 * 62 * 62 * 62 * 62 * 62 * 62, Step = 1 << 20;

    /// <summary>A rank between two; null is before or after all.</summary>
    public static string Between(string? after, string? before)
    {
        if (after is null && before is null)
        {
            return Write(Top / 2);
        }

        var low = after is null ? 0 : Read(after);
        var high = before is null ? Top : Read(before);
        var wanted = before is null ? low + Step : after is null ? high - Step : low + ((high - low) / 2);
        return wanted > low && wanted < high ? Write(wanted)
            : high - low > 1 ? Write(low + ((high - low) / 2))
            : Write(low) + Fraction(after?[Whole..] ?? "", low == high ? before![Whole..] : null);
    }

    /// <summary>So many ranks between two, in order, about as far from each other.</summary>
    public static string[] Spread(string? after, string? before, int count)
    {
        var ranks = new string[count];
        Fill(ranks, after, before);
        return ranks;
    }

    private static void Fill(Span<string> ranks, string? after, string? before)
    {
        if (ranks.IsEmpty)
        {
            return;
        }

        var middle = ranks.Length / 2;
        ranks[middle] = Between(after, before);
        Fill(ranks[..middle], after, ranks[middle]);
        Fill(ranks[(middle + 1)..], ranks[middle], before);
    }

    /// <summary>Between two fractions, of which none ends in 0; null is 1.</summary>
    private static string Fraction(string low, string? high)
    {
        var same = 0;
        while (high is not null && same < high.Length && DigitOf(low, same) == DigitOf(high, same))
            same++;
        if (same > 0)
        {
            return high![..same] + Fraction(same < low.Length ? low[same..] : "", high[same..]);
        }

        var (first, last) = (DigitOf(low, 0), high is null ? Digits.Length : DigitOf(high, 0));
        return last - first > 1 ? Digits[(first + last) / 2].ToString()
            : high is { Length: > 1 } ? high[..1]
            : Digits[first] + Fraction(low.Length > 1 ? low[1..] : "", null);
    }

    private static int DigitOf(string text, int at) => at < text.Length ? Digits.IndexOf(text[at], StringComparison.Ordinal) : 0;

    private static long Read(string rank) => rank[..Whole].Aggregate(0L, (number, digit) => (number * Digits.Length) + Digits.IndexOf(digit, StringComparison.Ordinal));

    private static string Write(long number) => string.Create(Whole, number, (digits, left) =>
    {
        for (var i = digits.Length - 1; i >= 0; i--, left /= Digits.Length)
            digits[i] = Digits[(int)(left % Digits.Length)];
    });
}

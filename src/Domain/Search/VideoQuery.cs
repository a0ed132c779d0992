using System.Globalization;

namespace StreamPlatform.Domain.Search;

/// <summary>
/// A search among an owner's published assets. Every word of the text has to be in the title, the last one as the beginning
/// of a word, because it may still be typed; case and accents don't count.
/// </summary>
/// <param name="Text">At most <see cref="MaxText"/> characters; what is neither letter nor digit parts words.</param>
public sealed record VideoQuery(string OwnerId, string Text, PageRequest Page)
{
    public const int MaxText = 200;

    /// <summary>Words beyond these are not looked at.</summary>
    public const int MaxWords = 16;

    /// <summary>Hits beyond these can't be paged to.</summary>
    public const int MaxHits = 1000;

    /// <summary>The words to look for, in lower case; none means nothing is found. Accents stay, each index folds them its own way.</summary>
    public IReadOnlyList<string> Words() =>
    [
        .. string.Concat(Text.Take(MaxText).Select(letter => IsOfWord(letter) ? char.ToLowerInvariant(letter) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).Take(MaxWords),
    ];

    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

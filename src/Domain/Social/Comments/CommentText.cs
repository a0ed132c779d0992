using System.Globalization;
using System.Text.RegularExpressions;

namespace StreamPlatform.Domain.Social.Comments;

/// <summary>
/// What people write: kept as it is, and shown as text and nothing else. What in it means something is told apart from it,
/// by range, so that no client has to make markup of it.
/// </summary>
public static partial class CommentText
{
    /// <summary>In code points.</summary>
    public const int Longest = 10_000;

    /// <summary>Moments and mentions that are looked for in one text.</summary>
    public const int MostMoments = 100, MostMentions = 10;

    /// <summary>The text as it is, or <c>comment.text_invalid</c>.</summary>
    public static Result<string> Check(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > 2 * Longest || !IsText(text) ? CommentErrors.TextInvalid() : text;

    /// <summary>Moments of a video of so many seconds; none of one whose length is not known.</summary>
    public static IReadOnlyList<TextMoment> MomentsIn(string text, double? durationSeconds) => durationSeconds is not { } longest ? [] :
    [
        .. Moment().Matches(text).Take(MostMoments)
            .Select(match => new TextMoment(match.Index, match.Length, (NumberOf(match, "h") * 3600) + (NumberOf(match, "m") * 60) + NumberOf(match, "s")))
            .Where(moment => moment.Seconds <= longest),
    ];

    /// <summary>Who may be meant: a handle or a person's ID, without the <c>@</c>, and where it stands with it.</summary>
    public static IReadOnlyList<(TextRange Range, string Name)> NamesIn(string text) =>
        [.. Name().Matches(text).Take(MostMentions).Select(match => (new TextRange(match.Index, match.Length), match.Groups["name"].Value))];

    private static bool IsText(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++, count++)
        {
            if (char.IsSurrogate(text[i]) ? !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) : char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t'))
                return false;
            i += char.IsSurrogate(text[i]) ? 1 : 0;
        }

        return count <= Longest;
    }

    private static int NumberOf(Match match, string group) => match.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    /// <summary><c>1:23</c>, <c>01:02:03</c>, <c>75:00</c>; nothing that goes on with more of the kind.</summary>
    [GeneratedRegex(@"(?<![\d:.])((?<h>[0-9]{1,3}):(?<m>[0-5][0-9])|(?<m>[0-9]{1,3})):(?<s>[0-5][0-9])(?![\d:]|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();

    [GeneratedRegex(@"(?<![\w@.])@(?<name>[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

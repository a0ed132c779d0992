namespace StreamPlatform.Domain.Playback;

/// <summary>Language tags (BCP 47, RFC 5646): language, and where given script, region and variants; no extensions.</summary>
public static class LanguageTag
{
    public const string Undetermined = "und";

    private const int MostCharacters = 35;

    /// <summary>The tag in its usual letter case (RFC 5646, 2.1.1), or null when it is none.</summary>
    public static string? Parse(string? text)
    {
        var tag = text?.Trim().Replace('_', '-') ?? "";
        var parts = tag.Split('-');
        if (tag.Length > MostCharacters || parts[0].Length is not (2 or 3) || !parts[0].All(char.IsAsciiLetter)
            || parts.Skip(1).Any(part => part.Length is < 2 or > 8 || !part.All(char.IsAsciiLetterOrDigit)))
        {
            return null;
        }

        return string.Join('-', parts.Select((part, index) =>
            index == 0 ? part.ToLowerInvariant()
            : part.Length == 2 ? part.ToUpperInvariant()
            : part.Length == 4 && char.IsAsciiLetter(part[0]) ? char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()
            : part.ToLowerInvariant()));
    }
}

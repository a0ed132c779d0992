using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>The bounds of what people say of themselves. Lengths are in Unicode code points.</summary>
public static class ProfileRules
{
    public const int LongestName = 60, LongestBio = 1000, LongestLocation = 100;

    /// <summary>A handle is kept for so long before there may be another.</summary>
    public static readonly TimeSpan BetweenHandles = TimeSpan.FromDays(14);

    /// <summary>Null leaves the handle.</summary>
    /// <param name="current">What the person is called now: that stays theirs, whatever the rules say by now.</param>
    internal static Result<string?> Handle(string? given, string? current) =>
        given is null ? given
        : HandleRules.Parse(given) is not { } handle ? ProfileErrors.HandleInvalid()
        : handle != current && HandleRules.IsReserved(handle) ? ProfileErrors.HandleTaken()
        : handle;

    public static Result<string?> Name(string? given) =>
        given is null ? given : given.Trim() is { Length: > 0 } name && IsText(name, LongestName) ? name : ProfileErrors.NameInvalid();

    /// <summary>Line breaks and tabs are part of it.</summary>
    public static Result<string?> Bio(string? given) =>
        string.IsNullOrWhiteSpace(given) ? (string?)null
        : IsText(given, LongestBio, '\r', '\n', '\t') ? given
        : ProfileErrors.BioInvalid();

    public static Result<string?> Location(string? given) =>
        string.IsNullOrWhiteSpace(given) ? (string?)null : IsText(given.Trim(), LongestLocation) ? given.Trim() : ProfileErrors.LocationInvalid();

    public static Result<string?> Language(string? given) => given is null ? given : LanguageTag.Parse(given) is { } tag ? tag : ProfileErrors.LanguageInvalid();

    private static bool IsText(string text, int most, params ReadOnlySpan<char> allowed)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter) && !allowed.Contains(letter))
                return false;
        }

        return text.EnumerateRunes().Count() <= most;
    }
}

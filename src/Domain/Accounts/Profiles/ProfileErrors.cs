using System.Globalization;

namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>What can be wrong with profiles.</summary>
public static class ProfileErrors
{
    /// <summary>There is no profile with this id or handle, or it is hidden.</summary>
    public static Error NotFound() => new("profile.not_found", 404, "There is no such profile. Check the id or handle.");

    /// <summary>The handle has other characters, or too few or many.</summary>
    public static Error HandleInvalid() => new(
        "profile.handle_invalid", 422, $"A handle has {HandleRules.Shortest} to {HandleRules.Longest} lower-case letters a to z, digits, dots and hyphens, and begins and ends with a letter or digit.");

    /// <summary>Somebody else has the handle or had it lately, or nobody may.</summary>
    public static Error HandleTaken() => new("profile.handle_taken", 409, "Somebody else has this handle, or had it lately. Choose another one.");

    /// <summary>The handle was changed a short while ago.</summary>
    public static Error HandleTooSoon(DateTimeOffset next) => new(
        "profile.handle_too_soon",
        409,
        string.Create(CultureInfo.InvariantCulture, $"A handle stays for {ProfileRules.BetweenHandles.TotalDays:0} days. It can be changed again from {next.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} on."));

    /// <summary>The name is empty, too long or holds control characters.</summary>
    public static Error NameInvalid() => new("profile.name_invalid", 422, $"A name is 1 to {ProfileRules.LongestName} characters without control characters.");

    /// <summary>The text about oneself is too long or holds control characters.</summary>
    public static Error BioInvalid() => new("profile.bio_invalid", 422, $"A bio has at most {ProfileRules.LongestBio} characters, and no control characters but line breaks and tabs.");

    /// <summary>The location is too long or holds control characters.</summary>
    public static Error LocationInvalid() => new("profile.location_invalid", 422, $"A location has at most {ProfileRules.LongestLocation} characters without control characters.");

    /// <summary>A language is no language tag.</summary>
    public static Error LanguageInvalid() => new("profile.language_invalid", 422, "A language must be a language tag (BCP 47), such as en or pt-BR.");

    /// <summary>The profile was changed meanwhile.</summary>
    public static Error Changed() => new("profile.changed", 412, "The profile was changed meanwhile. Read it again, then repeat the change.");

    /// <summary>Others were faster, again and again.</summary>
    public static Error Busy() => new("profile.busy", 503, "The profile is being changed elsewhere. Try again in a moment.");

    /// <summary>The file is no image that can be taken.</summary>
    public static Error AvatarUnreadable() => new("profile.avatar_unreadable", 422, "The file is no PNG image that can be read. Export it as PNG and send it again.");

    /// <summary>The file or its picture is larger than an avatar may be.</summary>
    public static Error AvatarTooLarge() => new(
        "profile.avatar_too_large", 413, FormattableString.Invariant($"An avatar's image may have at most {Avatars.MostBytes / 1024} kB and {Avatars.LongestSide} pixels a side. Make it smaller."));

    /// <summary>The person has no avatar, or there is no such profile.</summary>
    public static Error AvatarNotFound() => new("profile.avatar_not_found", 404, "There is no such avatar.");
}

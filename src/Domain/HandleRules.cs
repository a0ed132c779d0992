using System.Collections.Frozen;

namespace StreamPlatform.Domain;

/// <summary>What channels and people may be called by in addresses and after an <c>@</c>: the same for both.</summary>
public static class HandleRules
{
    public const int Shortest = 3, Longest = 30;

    /// <summary>Names that would be taken for the installation itself, or for what its addresses lead to.</summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
    [
        "about", "abuse", "account", "accounts", "admin", "administrator", "all", "anonymous", "api", "asset", "assets", "auth", "channel", "channels", "comment", "comments", "contact",
        "creator", "deleted", "embed", "everybody", "everyone", "feed", "help", "here", "history", "home", "info", "legal", "live", "login", "logout", "mail", "media", "moderation", "moderator",
        "news", "nobody", "null", "official", "operator", "owner", "people", "playback", "playlist", "playlists", "postmaster", "privacy", "profile", "root", "search", "security", "settings",
        "sign-in", "sign-out", "sign-up", "signin", "signup", "staff", "status", "streamplatform", "studio", "subscriptions", "support", "system", "team", "terms", "trending", "undefined",
        "upload", "uploads", "user", "users", "verified", "watch", "webmaster", "www",
    ]);

    /// <summary>As it is stored: in lower case, without the <c>@</c> it may be written with. Null of what can be no handle.</summary>
    public static string? Parse(string? given)
    {
        var handle = given?.Trim().TrimStart('@').ToLowerInvariant() ?? "";
        return handle.Length is >= Shortest and <= Longest
            && handle.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '.' or '-')
            && char.IsAsciiLetterOrDigit(handle[0]) && char.IsAsciiLetterOrDigit(handle[^1])
                ? handle
                : null;
    }

    /// <summary>Nobody gets it, also spelled with dots or hyphens.</summary>
    /// <param name="handle">As <see cref="Parse"/> gives it.</param>
    public static bool IsReserved(string handle) => Reserved.Contains(handle) || Reserved.Contains(handle.Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
}

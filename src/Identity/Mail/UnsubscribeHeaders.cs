using StreamPlatform.Domain.Mail;

namespace StreamPlatform.Identity.Mail;

/// <summary>By which mail programs let readers say with one click that they want no more of such letters (RFC 2369, RFC 8058).</summary>
internal static class UnsubscribeHeaders
{
    public static IEnumerable<(string Name, string Value)> Of(Letter letter) => letter.Unsubscribe is not { } address ? [] :
    [
        ("List-Unsubscribe", $"<{address}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ];
}

using System.Security.Cryptography;
using System.Text;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>An e-mail address that a letter can go to: ASCII, without quotes or comments, in lower case. Two that differ in case are one.</summary>
public readonly record struct EmailAddress
{
    private const int Longest = 254;
    private const int LongestMailbox = 64;
    private const string MailboxMarks = "!#$%&'*+-/=?^_`{|}~.";

    private EmailAddress(string text) => Text = text;

    public string Text { get; }

    /// <summary>Stands for the address where it should not be read; the same for every spelling.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Fails with <c>account.email_invalid</c>.</summary>
    public static Result<EmailAddress> Parse(string? text)
    {
        var address = (text ?? "").Trim().ToLowerInvariant();
        var at = address.LastIndexOf('@');
        return at > 0 && address.Length <= Longest && IsMailbox(address[..at]) && IsHost(address[(at + 1)..])
            ? new EmailAddress(address)
            : AccountErrors.EmailInvalid();
    }

    public override string ToString() => Text;

    private static bool IsMailbox(string mailbox) =>
        mailbox.Length <= LongestMailbox
        && mailbox[0] != '.' && mailbox[^1] != '.' && !mailbox.Contains("..", StringComparison.Ordinal)
        && mailbox.All(letter => char.IsAsciiLetterOrDigit(letter) || MailboxMarks.Contains(letter, StringComparison.Ordinal));

    private static bool IsHost(string host) =>
        host.Split('.') is { Length: > 1 } labels
        && labels.All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
}

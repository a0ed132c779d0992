namespace StreamPlatform.Identity.Mail;

/// <summary>The server that takes our letters; settings <c>Mail:*</c>.</summary>
public sealed record MailOptions
{
    public const string Section = "Mail";

    /// <summary>Host name of an SMTP server; empty for none.</summary>
    public string SmtpHost { get; init; } = "";

    /// <summary>465 speaks TLS from the start; any other begins in clear and has to go over to it.</summary>
    public int SmtpPort { get; init; } = 587;

    public string SmtpUser { get; init; } = "";
    public string SmtpPassword { get; init; } = "";

    /// <summary>Address that letters come from.</summary>
    public string From { get; init; } = "";

    /// <exception cref="InvalidOperationException">A setting can't be meant; the message names it.</exception>
    public MailOptions Validated() =>
        SmtpHost.Length == 0 ? this
        : SmtpPort is < 1 or > 65535 ? throw new InvalidOperationException("Mail:SmtpPort must be from 1 to 65535.")
        : !MimeKit.MailboxAddress.TryParse(From, out _) ? throw new InvalidOperationException("Mail:From must be the e-mail address that letters come from.")
        : this;
}

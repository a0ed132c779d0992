using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using StreamPlatform.Domain.Mail;

namespace StreamPlatform.Identity.Mail;

/// <summary>Letters by SMTP over TLS: a relay, or the SMTP endpoint of Azure Communication Services.</summary>
internal sealed class SmtpMailer(MailOptions options, TimeProvider clock) : IMailer
{
    private const int ImplicitTls = 465;

    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        using var client = new SmtpClient { Timeout = 10_000 };
        try
        {
            // In clear to a server on this machine alone.
            var isHere = options.SmtpHost is "localhost" or "127.0.0.1";
            await client.ConnectAsync(
                options.SmtpHost,
                options.SmtpPort,
                options.SmtpPort == ImplicitTls ? SecureSocketOptions.SslOnConnect : isHere ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls,
                ct);
            if (options.SmtpUser.Length > 0)
            {
                await client.AuthenticateAsync(options.SmtpUser, options.SmtpPassword, ct);
            }

            await client.SendAsync(MessageOf(letter), ct);
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception e) when (e is ProtocolException or AuthenticationException or CommandException or System.Net.Sockets.SocketException or SslHandshakeException or NotSupportedException)
        {
            throw new IOException("The mail server did not take a letter.", e);
        }
    }

    internal MimeMessage MessageOf(Letter letter)
    {
        var message = new MimeMessage([MailboxAddress.Parse(options.From)], [new MailboxAddress("", letter.To)], letter.Subject, new TextPart("plain") { Text = letter.Text })
        {
            Date = clock.GetUtcNow(),
        };
        foreach (var (name, value) in UnsubscribeHeaders.Of(letter))
        {
            message.Headers.Add(name, value);
        }

        return message;
    }
}

using StreamPlatform.Domain.Mail;

namespace StreamPlatform.Identity.Mail;

/// <summary>Takes no letters: no server was named.</summary>
internal sealed class NoMailer : IMailer
{
    public Task SendAsync(Letter letter, CancellationToken ct) => throw new IOException("No mail server is named: set Mail:SmtpHost.");
}

namespace StreamPlatform.Domain.Mail;

/// <summary>Sends letters. What has been taken may still not arrive.</summary>
public interface IMailer
{
    /// <exception cref="IOException">It was not taken, and may be tried again.</exception>
    Task SendAsync(Letter letter, CancellationToken ct);
}

namespace StreamPlatform.Domain.Mail;

/// <summary>A letter by e-mail: plain text, to one address.</summary>
/// <param name="To">One address, already checked.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Lines end in <c>\n</c>.</param>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>
    /// Of letters that somebody asked to get again and again: an address to which mail programs post that they want no more (RFC 8058).
    /// Null of letters about accounts.
    /// </summary>
    public string? Unsubscribe { get; init; }
}

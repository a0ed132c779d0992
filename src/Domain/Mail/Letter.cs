namespace StreamPlatform.Domain.Mail;

/// <summary>A letter by e-mail: plain text, to one address.</summary>
/// <param name="To">One address, already checked.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Lines end in <c>\n</c>.</param>
public sealed record Letter(string To, string Subject, string Text);

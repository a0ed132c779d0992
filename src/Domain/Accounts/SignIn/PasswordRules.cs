using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>What a new password must be: long enough, and not easily guessed. Any characters, in any mixture.</summary>
public sealed class PasswordRules(IPasswords passwords, PlaybackOptions options)
{
    public const int Shortest = 8;
    public const int Longest = 128;
    private const int LeastStrength = 3;

    /// <summary>Words that come to mind here, and so to whoever guesses: the platform's, and the name that it is reached by.</summary>
    private readonly string[] _words = ["streamplatform", "stream", "platform", "video", "videos", "channel", "creator", "moderator", "operator", .. new Uri(options.PublicUrl).Host.Split('.', '-')];

    /// <summary>Null when it may be set.</summary>
    public Error? Check(string? password, EmailAddress address) =>
        password is not { Length: >= Shortest } ? AccountErrors.PasswordTooShort(Shortest)
        : password.Length > Longest ? AccountErrors.PasswordTooLong(Longest)
        : passwords.Strength(password, [address.Text, .. address.Text.Split('@', '.', '-', '_', '+'), .. _words]) < LeastStrength ? AccountErrors.PasswordTooWeak()
        : null;
}

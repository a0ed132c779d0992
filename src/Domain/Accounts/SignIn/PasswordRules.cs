namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>What a new password must be: long enough, and not easily guessed. Any characters, in any mixture.</summary>
public sealed class PasswordRules(IPasswords passwords)
{
    public const int Shortest = 8;
    public const int Longest = 128;
    private const int LeastStrength = 3;

    /// <summary>Null when it may be set.</summary>
    public Error? Check(string? password, EmailAddress address) =>
        password is not { Length: >= Shortest } ? AccountErrors.PasswordTooShort(Shortest)
        : password.Length > Longest ? AccountErrors.PasswordTooLong(Longest)
        : passwords.Strength(password, [address.Text, .. address.Text.Split('@', '.', '-', '_', '+')]) < LeastStrength ? AccountErrors.PasswordTooWeak()
        : null;
}

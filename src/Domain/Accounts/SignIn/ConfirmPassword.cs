using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Asks whoever is signed in for their password once more, before something that a thief of a session would do first.</summary>
public sealed class ConfirmPassword(People people, Users.Users users, IPasswords passwords, SignInAttempts attempts)
{
    /// <summary>Fails with <c>account.no_password</c>, <c>auth.too_many_tries</c> or <c>account.password_wrong</c>.</summary>
    public async Task<Result<Confirmed>> CheckAsync(string userId, string? password, CancellationToken ct)
    {
        if (await users.FindAsync(userId, ct) is not { Value.Email: { } email } user || await people.CredentialsAsync(userId, ct) is not { } credentials)
        {
            return AccountErrors.NotBuiltIn();
        }

        var address = EmailAddress.Parse(email).Value;
        if (await attempts.BeginAsync(address.Hash, ct) is { } wait)
        {
            return wait;
        }

        if (password is not { Length: > 0 and <= PasswordRules.Longest } || passwords.Check(credentials.Value.PasswordHash, password) == PasswordCheck.Wrong)
        {
            return AccountErrors.PasswordWrong();
        }

        await attempts.SucceededAsync(address.Hash, ct);
        return new Confirmed(user, credentials, address);
    }
}

/// <summary>Whoever knows the password, as they were when it was checked.</summary>
public sealed record Confirmed(Stored<User> User, Stored<Credentials> Credentials, EmailAddress Address);

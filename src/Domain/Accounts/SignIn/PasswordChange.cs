using StreamPlatform.Domain.Accounts.Sessions;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Another password for who knows the one that counts. It ends every session, and opens one for who changed it.</summary>
public sealed class PasswordChange(
    People people, Users.Users users, PasswordRules rules, IPasswords passwords, SignInAttempts attempts, AccountLetters letters, Sessions.Sessions sessions, TimeProvider clock)
{
    public async Task<Result<SignedIn>> ExecuteAsync(string userId, string? current, string? next, string? device, CancellationToken ct)
    {
        if (await users.FindAsync(userId, ct) is not { Value.Email: { } email } user || await people.CredentialsAsync(userId, ct) is not { } credentials)
        {
            return AccountErrors.NotBuiltIn();
        }

        var address = EmailAddress.Parse(email).Value;
        if (rules.Check(next, address) is { } wrong)
        {
            return wrong;
        }

        if (await attempts.BeginAsync(address.Hash, ct) is { } wait)
        {
            return wait;
        }

        if (current is not { Length: > 0 and <= PasswordRules.Longest } || passwords.Check(credentials.Value.PasswordHash, current) == PasswordCheck.Wrong)
        {
            return AccountErrors.PasswordWrong();
        }

        if (await people.ReplacePasswordAsync(user, credentials, passwords.Hash(next!), clock.GetUtcNow(), ct) is not { } changed)
        {
            return AccountErrors.UserChanged();
        }

        await attempts.SucceededAsync(address.Hash, ct);
        await letters.ChangedAsync(address, "Your password was changed", ct);
        return await sessions.OpenAsync(changed, device, ct);
    }
}

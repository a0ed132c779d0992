using StreamPlatform.Domain.Accounts.Sessions;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Signing in by address and password, and a code where there is a second factor. An address that nobody has fails as a wrong password does, after as much work.</summary>
public sealed class PasswordSignIn(People people, IPasswords passwords, SecondFactor second, SignInAttempts attempts, Sessions.Sessions sessions)
{
    public async Task<Result<SignedIn>> ExecuteAsync(string? email, string? password, string? code, string? device, CancellationToken ct)
    {
        var parsed = EmailAddress.Parse(email);
        if (!parsed.Succeeded || password is not { Length: > 0 and <= PasswordRules.Longest })
        {
            return AccountErrors.SignInFailed();
        }

        var address = parsed.Value;
        if (await attempts.BeginAsync(address.Hash, ct) is { } wait)
        {
            return wait;
        }

        var user = await people.FindAsync(address, ct);
        var credentials = user is null ? null : await people.CredentialsAsync(user.Value.Id, ct);
        var check = passwords.Check(credentials?.Value.PasswordHash, password);
        if (user is null || credentials is null || check == PasswordCheck.Wrong)
        {
            return AccountErrors.SignInFailed();
        }

        if (user.Value.Disabled)
        {
            return AccountErrors.Disabled();
        }

        if (await second.CheckAsync(credentials, code, ct) is { } missing)
        {
            return missing;
        }

        if (check == PasswordCheck.RightButOld && await people.CredentialsAsync(user.Value.Id, ct) is { } now)
        {
            await people.RehashAsync(now, passwords.Hash(password), ct);
        }

        await attempts.SucceededAsync(address.Hash, ct);
        return await sessions.OpenAsync(user.Value, device, ct);
    }
}

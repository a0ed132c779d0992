using StreamPlatform.Domain.Accounts.Sessions;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Another password for who knows the one that counts. It ends every session, and opens one for who changed it.</summary>
public sealed class PasswordChange(
    People people, ConfirmPassword confirm, PasswordRules rules, IPasswords passwords, AccountLetters letters, Sessions.Sessions sessions, TimeProvider clock)
{
    public async Task<Result<SignedIn>> ExecuteAsync(string userId, string? current, string? next, string? device, CancellationToken ct)
    {
        var confirmed = await confirm.CheckAsync(userId, current, ct);
        if (!confirmed.Succeeded)
        {
            return confirmed.Error!;
        }

        var (user, credentials, address) = confirmed.Value;
        if (rules.Check(next, address) is { } wrong)
        {
            return wrong;
        }

        if (await people.ReplacePasswordAsync(user, credentials, passwords.Hash(next!), clock.GetUtcNow(), ct) is not { } changed)
        {
            return AccountErrors.UserChanged();
        }

        await letters.ChangedAsync(address, "Your password was changed", ct);
        return await sessions.OpenAsync(changed, device, ct);
    }
}

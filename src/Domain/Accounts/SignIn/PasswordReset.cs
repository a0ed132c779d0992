namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Another password for whoever has the mailbox but not the password. It ends every session.</summary>
public sealed class PasswordReset(People people, PasswordRules rules, IPasswords passwords, OneTimeTokens tokens, AccountLetters letters, SignInAttempts attempts, TimeProvider clock)
{
    /// <summary>Sends a letter, whether the address has an account or not.</summary>
    public async Task<Result<Done>> BeginAsync(string? email, CancellationToken ct)
    {
        var address = EmailAddress.Parse(email);
        if (!address.Succeeded)
        {
            return address.Error!;
        }

        var user = await people.FindAsync(address.Value, ct);
        var token = await tokens.IssueAsync(OneTimePurpose.ResetPassword, address.Value, user?.Value.Id, user?.Value.Generation, ct);
        return await (user is null ? letters.UnknownAsync(address.Value, ct) : letters.ResetAsync(address.Value, token, ct));
    }

    /// <param name="token">From the letter.</param>
    public async Task<Result<Done>> FinishAsync(string? token, string? password, CancellationToken ct)
    {
        var read = await tokens.ReadAsync(OneTimePurpose.ResetPassword, token, ct);
        if (!read.Succeeded)
        {
            return read.Error!;
        }

        var address = EmailAddress.Parse(read.Value.Email).Value;
        if (rules.Check(password, address) is { } wrong)
        {
            return wrong;
        }

        if (await people.FindAsync(address, ct) is not { } user
            || user.Value.Id != read.Value.UserId || user.Value.Generation != read.Value.Generation
            || await people.CredentialsAsync(user.Value.Id, ct) is not { } credentials
            || await people.ReplacePasswordAsync(user, credentials, passwords.Hash(password!), clock.GetUtcNow(), ct) is null)
        {
            return AccountErrors.LinkInvalid();
        }

        await attempts.SucceededAsync(address.Hash, ct);
        await tokens.ForgetAsync(read.Value, ct);
        await letters.ChangedAsync(address, "Your password was reset", ct);
        return default(Done);
    }
}

using StreamPlatform.Domain.Accounts.Sessions;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>
/// Signing up: first the address is proven, then a password chosen. So nobody has an account under an address that is not
/// theirs, not even one that waits for its owner to confirm it.
/// </summary>
public sealed class SignUp(
    People people, PasswordRules rules, IPasswords passwords, OneTimeTokens tokens, AccountLetters letters, Sessions.Sessions sessions, AccountOptions options, TimeProvider clock)
{
    /// <summary>Sends a letter, whether the address has an account or not.</summary>
    public async Task<Result<Done>> BeginAsync(string? email, CancellationToken ct)
    {
        var address = EmailAddress.Parse(email);
        if (!address.Succeeded)
        {
            return address.Error!;
        }

        var known = await people.FindAsync(address.Value, ct) is not null;
        var token = await tokens.IssueAsync(OneTimePurpose.SignUp, address.Value, null, null, ct);
        return await (known ? letters.KnownAsync(address.Value, ct) : letters.WelcomeAsync(address.Value, token, ct));
    }

    /// <param name="token">From the letter.</param>
    public async Task<Result<SignedIn>> FinishAsync(string? token, string? password, string? device, CancellationToken ct)
    {
        var read = await tokens.ReadAsync(OneTimePurpose.SignUp, token, ct);
        if (!read.Succeeded)
        {
            return read.Error!;
        }

        var address = EmailAddress.Parse(read.Value.Email).Value;
        if (rules.Check(password, address) is { } wrong)
        {
            return wrong;
        }

        var user = await people.AddAsync(address, options.NewUserRole, passwords.Hash(password!), clock.GetUtcNow(), ct);
        await tokens.ForgetAsync(read.Value, ct);
        return user is null ? AccountErrors.LinkInvalid() : await sessions.OpenAsync(user, device, ct);
    }
}

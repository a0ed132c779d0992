namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>
/// Another address for who knows the password and has both mailboxes: the new one gets the link, the old one is told before and
/// after. It ends every session.
/// </summary>
public sealed class EmailChange(People people, ConfirmPassword confirm, OneTimeTokens tokens, AccountLetters letters, TimeProvider clock)
{
    /// <summary>Sends the letters. Whether somebody has the new address, only its mailbox learns.</summary>
    public async Task<Result<Done>> BeginAsync(string userId, string? email, string? password, CancellationToken ct)
    {
        var next = EmailAddress.Parse(email);
        if (!next.Succeeded)
        {
            return next.Error!;
        }

        var confirmed = await confirm.CheckAsync(userId, password, ct);
        if (!confirmed.Succeeded)
        {
            return confirmed.Error!;
        }

        var isKnown = await people.FindAsync(next.Value, ct) is not null;
        var token = await tokens.IssueAsync(OneTimePurpose.ChangeEmail, next.Value, userId, confirmed.Value.User.Value.Generation, ct);
        var sent = await (isKnown ? letters.MoveToKnownAsync(next.Value, ct) : letters.MoveAsync(next.Value, token, ct));
        await letters.ChangedAsync(confirmed.Value.Address, $"Your account is about to get the address {next.Value}", ct);
        return sent;
    }

    /// <param name="token">From the letter.</param>
    public async Task<Result<Done>> FinishAsync(string? token, CancellationToken ct)
    {
        var read = await tokens.ReadAsync(OneTimePurpose.ChangeEmail, token, ct);
        if (!read.Succeeded)
        {
            return read.Error!;
        }

        var next = EmailAddress.Parse(read.Value.Email).Value;
        if (await people.UserAsync(read.Value.UserId!, ct) is not { Value: { Disabled: false, Email: { } before } } user
            || user.Value.Generation != read.Value.Generation
            || await people.MoveAsync(user, next, clock.GetUtcNow(), ct) is null)
        {
            return AccountErrors.LinkInvalid();
        }

        var old = EmailAddress.Parse(before).Value;
        await people.ForgetAsync(old, user.Value.Id, ct);
        await tokens.ForgetAsync(read.Value, ct);
        await letters.ChangedAsync(old, $"Your account has the address {next} now, and this one no more,", ct);
        return default(Done);
    }
}

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.SignIn;

/// <summary>Codes of an authenticator app beside the password, and recovery codes for when it is lost. Each counts once.</summary>
public sealed class SecondFactor(IDocuments documents, People people, ConfirmPassword confirm, ITotp totp, AccountLetters letters, TimeProvider clock)
{
    public const int RecoveryCodes = 10;
    private const string RecoveryPrefix = "recovery";

    /// <summary>How many recovery codes are left; null of who is asked for no code.</summary>
    public async Task<int?> RecoveryCodesLeftAsync(string userId, CancellationToken ct) =>
        await people.CredentialsAsync(userId, ct) is { Value.Totp: { Confirmed: true } state } ? state.RecoveryHashes.Count : null;

    /// <summary>A secret for an authenticator app: asked for at sign-in once a code of it was confirmed.</summary>
    public async Task<Result<TotpEnrolment>> BeginAsync(string userId, string? password, CancellationToken ct)
    {
        var confirmed = await confirm.CheckAsync(userId, password, ct);
        if (!confirmed.Succeeded)
        {
            return confirmed.Error!;
        }

        var (_, credentials, address) = confirmed.Value;
        if (credentials.Value.Totp is { Confirmed: true })
        {
            return AccountErrors.SecondFactorThere();
        }

        var secret = totp.NewSecret();
        return await ReplaceAsync(credentials, credentials.Value with { Totp = new TotpState { Secret = secret } }, ct)
            ? new TotpEnrolment(secret, totp.AddressOf(secret, address.Text))
            : AccountErrors.UserChanged();
    }

    /// <returns>The recovery codes: they are told once.</returns>
    public async Task<Result<IReadOnlyList<string>>> ConfirmAsync(string userId, string? code, CancellationToken ct)
    {
        if (await people.CredentialsAsync(userId, ct) is not { Value.Totp: { Confirmed: false } pending } credentials)
        {
            return AccountErrors.SecondFactorNotBegun();
        }

        if (code is not { Length: 6 } || totp.StepOf(pending.Secret, code, clock.GetUtcNow()) is not { } step)
        {
            return AccountErrors.SecondFactorWrong();
        }

        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => OpaqueId.New(RecoveryPrefix)).ToList();
        var active = pending with { Confirmed = true, UsedStep = step, RecoveryHashes = [.. codes.Select(ApiKey.HashOf)] };
        if (!await ReplaceAsync(credentials, credentials.Value with { Totp = active }, ct))
        {
            return AccountErrors.UserChanged();
        }

        await TellAsync(userId, "A second factor was added", ct);
        return codes;
    }

    /// <summary>Takes it away from who has both factors.</summary>
    public async Task<Result<Done>> EndAsync(string userId, string? password, string? code, CancellationToken ct)
    {
        var confirmed = await confirm.CheckAsync(userId, password, ct);
        if (!confirmed.Succeeded)
        {
            return confirmed.Error!;
        }

        if (await CheckAsync(confirmed.Value.Credentials, code, ct) is { } wrong)
        {
            return wrong;
        }

        if (await people.CredentialsAsync(userId, ct) is not { } now || !await ReplaceAsync(now, now.Value with { Totp = null }, ct))
        {
            return AccountErrors.UserChanged();
        }

        await TellAsync(userId, "The second factor was removed", ct);
        return default(Done);
    }

    /// <summary>Null for whoever has none, or has given a code that counts: it does not count again.</summary>
    public async Task<Error?> CheckAsync(Stored<Credentials> credentials, string? code, CancellationToken ct)
    {
        if (credentials.Value.Totp is not { Confirmed: true } state)
        {
            return null;
        }

        if (string.IsNullOrEmpty(code))
        {
            return AccountErrors.SecondFactorRequired();
        }

        var next = code.Length == 6 ? AfterCode(state, code) : AfterRecovery(state, code);

        // Of two with the same code at once, one wins.
        return next is not null && await ReplaceAsync(credentials, credentials.Value with { Totp = next }, ct) ? null : AccountErrors.SecondFactorWrong();
    }

    private TotpState? AfterCode(TotpState state, string code) =>
        totp.StepOf(state.Secret, code, clock.GetUtcNow()) is { } step && step > state.UsedStep ? state with { UsedStep = step } : null;

    private static TotpState? AfterRecovery(TotpState state, string code)
    {
        var hash = OpaqueId.IsValid(code, RecoveryPrefix) ? ApiKey.HashOf(code) : "";
        return state.RecoveryHashes.Contains(hash) ? state with { RecoveryHashes = [.. state.RecoveryHashes.Where(known => known != hash)] } : null;
    }

    private async Task TellAsync(string userId, string what, CancellationToken ct)
    {
        if (await people.AddressAsync(userId, ct) is { } address)
        {
            await letters.ChangedAsync(address, what, ct);
        }
    }

    private async Task<bool> ReplaceAsync(Stored<Credentials> stored, Credentials next, CancellationToken ct) =>
        await documents.WriteAsync(Credentials.Kind.Replace(next, stored.ETag), ct) is not null;
}

/// <summary>What goes into an authenticator app: the secret to type, or the address for a QR code.</summary>
public sealed record TotpEnrolment(string Secret, string Address);

using StreamPlatform.Domain.Accounts.Sessions;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Passkeys;

/// <summary>Passkeys of those who signed up here. One verifies its owner by itself, and so stands for password and second factor together.</summary>
public sealed class Passkeys(
    IDocuments documents, IPasskeys ceremonies, ConfirmPassword confirm, Users.Users users, AccountLetters letters, Sessions.Sessions sessions, TimeProvider clock)
{
    /// <summary>Passkeys of an account.</summary>
    public const int Most = 20;

    /// <returns>The ceremony's id, and what to ask the authenticator with.</returns>
    public async Task<Result<(string Ceremony, PasskeyCreation Options)>> BeginAsync(string userId, string? password, CancellationToken ct)
    {
        var confirmed = await confirm.CheckAsync(userId, password, ct);
        if (!confirmed.Succeeded)
        {
            return confirmed.Error!;
        }

        var known = (await ListAsync(userId, new PageRequest(null, Most), ct)).Items;
        if (known.Count >= Most)
        {
            return AccountErrors.TooManyPasskeys(Most);
        }

        var (options, state) = ceremonies.BeginRegistration(userId, confirmed.Value.Address.Text, [.. known.Select(passkey => passkey.CredentialId)]);
        return (await KeepAsync(userId, state, ct), options);
    }

    public async Task<Result<Passkey>> FinishAsync(string userId, string? ceremony, string? name, PasskeyAttestation? answer, CancellationToken ct)
    {
        var state = await TakeAsync(ceremony, ct);
        if (state?.UserId != userId || answer is null || await ceremonies.FinishRegistrationAsync(state.State, answer, ct) is not { } made)
        {
            return AccountErrors.PasskeyRefused();
        }

        var passkey = new Passkey
        {
            UserId = userId,
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            Counter = made.Counter,
            Name = NameOf(name),
            CreatedAt = clock.GetUtcNow(),
        };
        if (await documents.WriteAsync(Passkey.Kind.Add(passkey), ct) is null)
        {
            return AccountErrors.PasskeyRefused();
        }

        if (await users.FindAsync(userId, ct) is { Value.Email: { } email })
        {
            await letters.ChangedAsync(EmailAddress.Parse(email).Value, "A passkey was added", ct);
        }

        return passkey;
    }

    public async Task<(string Ceremony, PasskeyRequest Options)> BeginSignInAsync(CancellationToken ct)
    {
        var (options, state) = ceremonies.BeginSignIn();
        return (await KeepAsync(null, state, ct), options);
    }

    public async Task<Result<SignedIn>> FinishSignInAsync(string? ceremony, PasskeyAssertion? answer, string? device, CancellationToken ct)
    {
        if (await TakeAsync(ceremony, ct) is not { UserId: null } state
            || answer?.Id is not { Length: > 0 } credentialId || ceremonies.UserOf(answer) is not { } userId
            || await users.FindAsync(userId, ct) is not { Value: var user }
            || await documents.FindAsync(Passkey.Kind, Passkey.KeyOf(userId, Passkey.IdOf(credentialId)), ct) is not { } stored
            || await ceremonies.FinishSignInAsync(state.State, answer, stored.Value, ct) is not { } counter
            || await documents.WriteAsync(Passkey.Kind.Replace(stored.Value with { Counter = counter, UsedAt = clock.GetUtcNow() }, stored.ETag), ct) is null)
        {
            return AccountErrors.PasskeyInvalid();
        }

        return user.Disabled ? AccountErrors.Disabled() : await sessions.OpenAsync(user, device, ct);
    }

    public Task<Page<Passkey>> ListAsync(string userId, PageRequest page, CancellationToken ct) =>
        documents.ListAsync(Passkey.Kind, userId, "", page, ListOrder.Descending, ct);

    /// <summary>Calls one something else; may be repeated.</summary>
    public async Task<Result<Passkey>> RenameAsync(string userId, string id, string? name, CancellationToken ct)
    {
        while (OpaqueId.IsValid(id, Passkey.IdPrefix) && await documents.FindAsync(Passkey.Kind, Passkey.KeyOf(userId, id), ct) is { } stored)
        {
            var renamed = stored.Value with { Name = NameOf(name) };
            if (await documents.WriteAsync(Passkey.Kind.Replace(renamed, stored.ETag), ct) is not null)
            {
                return renamed;
            }
        }

        return AccountErrors.PasskeyNotFound();
    }

    /// <summary>Absent is fine.</summary>
    public async Task DeleteAsync(string userId, string id, CancellationToken ct)
    {
        while (OpaqueId.IsValid(id, Passkey.IdPrefix) && await documents.FindAsync(Passkey.Kind, Passkey.KeyOf(userId, id), ct) is { } stored)
        {
            await documents.WriteAsync(Passkey.Kind.Delete(stored.Value, stored.ETag), ct);
        }
    }

    private static string NameOf(string? name) => string.IsNullOrWhiteSpace(name) ? "Passkey" : name[..Math.Min(name.Length, Passkey.LongestName)];

    private async Task<string> KeepAsync(string? userId, string state, CancellationToken ct)
    {
        var ceremony = new PasskeyCeremony { Id = OpaqueId.New(PasskeyCeremony.IdPrefix), UserId = userId, State = state, ExpiresAt = clock.GetUtcNow() + PasskeyCeremony.Lifetime };
        await documents.WriteAsync(PasskeyCeremony.Kind.Add(ceremony), ct);
        return ceremony.Id;
    }

    /// <summary>Whoever deletes it has it: an answer that comes twice finds nothing.</summary>
    private async Task<PasskeyCeremony?> TakeAsync(string? id, CancellationToken ct) =>
        OpaqueId.IsValid(id, PasskeyCeremony.IdPrefix)
        && await documents.FindAsync(PasskeyCeremony.Kind, PasskeyCeremony.KeyOf(id!), ct) is { } stored
        && await documents.WriteAsync(PasskeyCeremony.Kind.Delete(stored.Value, stored.ETag), ct) is not null
        && stored.Value.ExpiresAt > clock.GetUtcNow()
            ? stored.Value
            : null;
}

using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Accounts.Users;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Deletion;

/// <summary>
/// Erases an account, a person's or an organisation's, some at a time: first nobody gets in by it any more, then its parts go, one after the other, then the user
/// or the organisation, and last that it was asked for. Every step may be repeated, and begun again from the start.
/// </summary>
/// <param name="parts">In the order in which they go.</param>
public sealed class EraseAccount(
    IDocuments documents, AccountDeletions deletions, People people, Users.Users users, EraseOrganisation organisation, AccountLetters letters, IEnumerable<IErasePerson> parts)
{
    private static readonly ErasureStep Nothing = new(null, []);

    private readonly IErasePerson[] _parts = [.. parts];

    public async Task<ErasureStep> StepAsync(AccountErasure erasure, CancellationToken ct)
    {
        if (erasure.Part is null)
        {
            return await BeginAsync(erasure.PersonId, ct) ? After(erasure, -1) : Nothing;
        }

        var at = Array.FindIndex(_parts, part => part.Part == erasure.Part);
        if (at < 0)
        {
            // Another release had it: what it would have erased is erased by those of now, from the first.
            return After(erasure, -1);
        }

        var erased = await _parts[at].EraseAsync(erasure.PersonId, ct);
        if (!erased.Done)
        {
            return new ErasureStep(erasure, erased.Assets);
        }

        if (at + 1 < _parts.Length)
        {
            return After(erasure, at);
        }

        await EndAsync(erasure.PersonId, ct);
        return Nothing;
    }

    private ErasureStep After(AccountErasure erasure, int at) => new(erasure with { Part = _parts[at + 1].Part }, []);

    private async Task<bool> BeginAsync(string personId, CancellationToken ct)
    {
        if (!await deletions.BeginAsync(personId, ct))
        {
            return false;
        }

        if (EraseOrganisation.Is(personId))
        {
            await organisation.CloseAsync(personId, ct);
            return true;
        }

        var closed = await users.ChangeAsync(personId, user => user.Disabled ? user : user.With(null, disabled: true), null, ct);
        return closed.Error?.Code == AccountErrors.UserChanged().Code ? throw new TimeoutException(closed.Error.Message) : true;
    }

    private async Task EndAsync(string personId, CancellationToken ct)
    {
        if (await users.FindAsync(personId, ct) is { Value: var user })
        {
            if (user.Email is { } email)
            {
                var address = EmailAddress.Parse(email).Value;
                await letters.LeftAsync(address, ct);
                await people.ForgetAsync(address, personId, ct);
            }

            await documents.RemoveAsync(Credentials.Kind, Credentials.KeyOf(personId), ct);
            await documents.RemoveAsync(User.Kind, User.KeyOf(personId), ct);
        }

        await organisation.EndAsync(personId, ct);
        await deletions.EndAsync(personId, ct);
    }
}

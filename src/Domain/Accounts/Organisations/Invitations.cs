using System.Security.Cryptography;
using System.Text;
using StreamPlatform.Domain.Accounts.SignIn;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>
/// Asks people into organisations. An invitation counts once, for a week, and only while whoever made it might still make it: who is
/// removed leaves no door open.
/// </summary>
public sealed class Invitations(IDocuments documents, Organisations organisations, People people, AccountLetters letters, TimeProvider clock)
{
    /// <summary>Invitations of an organisation whose week is not over, answered ones too.</summary>
    public const int Most = 50;

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const int Attempts = 8;

    /// <summary>Invites an address, which gets a letter, or a user, who finds it among their own and gets a letter where their address is known.</summary>
    /// <param name="wanted">Whom, and as what.</param>
    /// <param name="requestId">The same for a request that is repeated.</param>
    public async Task<Result<Invitation>> InviteAsync(string actorId, string organisationId, Invitee wanted, string? requestId, CancellationToken ct)
    {
        var found = await organisations.GetAsync(actorId, organisationId, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var organisation = found.Value.Value;
        var address = wanted.Email is null ? default(EmailAddress) : EmailAddress.Parse(wanted.Email);
        if ((WhyNot(organisation, actorId, wanted) ?? address.Error) is { } wrong)
        {
            return wrong;
        }

        var id = requestId is null ? OpaqueId.New(Invitation.IdPrefix) : OpaqueId.From(Invitation.IdPrefix, requestId);
        var there = await documents.FindAsync(Invitation.Kind, Invitation.KeyOf(organisationId, id), ct);
        if (there is { Value.State: not InvitationState.Open })
        {
            return there.Value;
        }

        var now = clock.GetUtcNow();
        var lately = await documents.ListAsync(Invitation.Kind, organisationId, "", new PageRequest(null, PageRequest.MaxLimit), ListOrder.Descending, ct);
        if (there is null && lately.Items.Count(invitation => invitation.ExpiresAt > now) >= Most)
        {
            return OrganisationErrors.TooManyInvitations(Most);
        }

        var token = InvitationToken.New(organisationId, id);
        var invitation = new Invitation
        {
            Id = id,
            OrganisationId = organisationId,
            Email = wanted.Email is null ? null : address.Value.Text,
            UserId = wanted.UserId,
            Role = wanted.Role ?? MemberRole.Viewer,
            InvitedBy = actorId,
            SecretHash = token.SecretHash,
            CreatedAt = there?.Value.CreatedAt ?? now,
            ExpiresAt = now + Lifetime,
        };
        return await SendAsync(organisation, invitation, token, wanted.Email is null ? await people.AddressAsync(wanted.UserId!, ct) : address.Value, ct);
    }

    /// <summary>An organisation's, the newest first, for its admins.</summary>
    public async Task<Result<Page<Invitation>>> ListAsync(string actorId, string organisationId, PageRequest page, CancellationToken ct)
    {
        var found = await organisations.GetAsync(actorId, organisationId, ct);
        return !found.Succeeded ? found.Error!
            : found.Value.Value.RoleOf(actorId) < MemberRole.Admin ? OrganisationErrors.RoleRequired(MemberRole.Admin)
            : await documents.ListAsync(Invitation.Kind, organisationId, "", page, ListOrder.Descending, ct);
    }

    /// <summary>Takes one back. One that was answered stays as it is; absent is fine.</summary>
    public async Task<Result<Done>> WithdrawAsync(string actorId, string organisationId, string invitationId, CancellationToken ct)
    {
        var found = await organisations.GetAsync(actorId, organisationId, ct);
        if (!found.Succeeded || found.Value.Value.RoleOf(actorId) < MemberRole.Admin)
        {
            return found.Error ?? OrganisationErrors.RoleRequired(MemberRole.Admin);
        }

        return OpaqueId.IsValid(invitationId, Invitation.IdPrefix)
            ? await EndAsync(() => documents.FindAsync(Invitation.Kind, Invitation.KeyOf(organisationId, invitationId), ct), InvitationEvent.Withdraw, ct) ?? default(Result<Done>)
            : default(Done);
    }

    /// <summary>Those for a user that wait for an answer, the newest first. A page may have fewer than were asked for.</summary>
    public async Task<Page<ReceivedInvitation>> ReceivedAsync(string userId, PageRequest page, CancellationToken ct)
    {
        var found = await documents.ListAsync(InvitationPointer.Kind, userId, "", page, ListOrder.Descending, ct);
        var now = clock.GetUtcNow();
        var open = (await documents.FindManyAsync(Invitation.Kind, [.. found.Items.Select(pointer => Invitation.KeyOf(pointer.OrganisationId, pointer.InvitationId))], ct))
            .Where(invitation => invitation.UserId == userId && invitation.IsOpen(now)).ToDictionary(invitation => invitation.Id);
        var from = (await documents.FindManyAsync(Organisation.Kind, [.. open.Values.Select(invitation => invitation.OrganisationId).Distinct().Select(Organisation.KeyOf)], ct))
            .ToDictionary(organisation => organisation.Id);
        var received = found.Items.Where(pointer => open.ContainsKey(pointer.InvitationId))
            .Select(pointer => (Invitation: open[pointer.InvitationId], Organisation: from.GetValueOrDefault(pointer.OrganisationId)))
            .Where(pair => pair.Organisation is not null && Counts(pair.Organisation, pair.Invitation))
            .Select(pair => new ReceivedInvitation(pair.Invitation, pair.Organisation!.Name));
        return new Page<ReceivedInvitation>([.. received], found.Cursor);
    }

    /// <summary>Makes the user a member. Repeated by the same, it is done already.</summary>
    public async Task<Result<Stored<Organisation>>> AcceptAsync(string userId, InvitationAnswer answer, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(userId, answer, ct) is not { } stored || await organisations.FindAsync(stored.Value.OrganisationId, ct) is not { } found)
            {
                break;
            }

            var (invitation, organisation, now) = (stored.Value, found.Value, clock.GetUtcNow());
            var isMember = organisation.RoleOf(userId) is not null;
            if (isMember && invitation.State == InvitationState.Accepted)
            {
                return found;
            }

            if (!invitation.IsOpen(now) || !Counts(organisation, invitation) || InvitationTransitions.Next(invitation.State, InvitationEvent.Accept) is not { } next)
            {
                break;
            }

            if (!isMember && (organisation.Members.Count >= Organisation.MostMembers || await organisations.HasMostAsync(userId, ct)))
            {
                return organisation.Members.Count >= Organisation.MostMembers ? OrganisationErrors.TooManyMembers() : OrganisationErrors.TooMany(Organisations.Most);
            }

            await organisations.PointAsync(userId, organisation.Id, ct);
            var joined = isMember ? organisation : organisation with { Members = [.. organisation.Members, new Member(userId, invitation.Role, now, invitation.Email)] };
            if (await documents.WriteAsync([Organisation.Kind.Replace(joined, found.ETag), Invitation.Kind.Replace(invitation with { State = next }, stored.ETag)], ct) is { } etags)
            {
                return new Stored<Organisation>(joined, etags[0]);
            }
        }

        return OrganisationErrors.InvitationInvalid();
    }

    /// <summary>The user doesn't want to be a member.</summary>
    public async Task<Result<Done>> DeclineAsync(string userId, InvitationAnswer answer, CancellationToken ct) =>
        await EndAsync(() => FindAsync(userId, answer, ct), InvitationEvent.Decline, ct) ?? OrganisationErrors.InvitationInvalid();

    private static Error? WhyNot(Organisation organisation, string actorId, Invitee wanted) =>
        MemberRules.Check(organisation.RoleOf(actorId)!.Value, null, wanted.Role ?? MemberRole.Viewer, isSelf: false)
        ?? (wanted.Email is null == wanted.UserId is null || (wanted.UserId is { } id && !OpaqueId.IsValid(id, UserIds.Prefix)) ? OrganisationErrors.InviteeMissing()
            : wanted.UserId is { } userId && organisation.RoleOf(userId) is not null ? OrganisationErrors.AlreadyMember()
            : organisation.Members.Count >= Organisation.MostMembers ? OrganisationErrors.TooManyMembers()
            : null);

    /// <summary>Whoever invited might still do so.</summary>
    private static bool Counts(Organisation organisation, Invitation invitation) =>
        organisation.RoleOf(invitation.InvitedBy) is { } role && MemberRules.Check(role, null, invitation.Role, isSelf: false) is null;

    /// <summary>Of an invitation that is known by its letter alone nothing stays when that can't be sent.</summary>
    /// <param name="address">Null of a user whose address is not known here.</param>
    private async Task<Result<Invitation>> SendAsync(Organisation organisation, Invitation invitation, InvitationToken token, EmailAddress? address, CancellationToken ct)
    {
        if (invitation.UserId is { } userId)
        {
            var pointer = new InvitationPointer { UserId = userId, InvitationId = invitation.Id, OrganisationId = organisation.Id, At = invitation.CreatedAt, ExpiresAt = invitation.ExpiresAt };
            await documents.WriteAsync(InvitationPointer.Kind.Put(pointer), ct);
        }

        var etag = await documents.WriteAsync(Invitation.Kind.Put(invitation), ct);
        if (address is { } to && await letters.InvitationAsync(to, organisation.Name, token.ToString(), ct) is { Succeeded: false } unsent && invitation.UserId is null)
        {
            await documents.WriteAsync(Invitation.Kind.Delete(invitation, etag!), ct);
            return unsent.Error!;
        }

        return invitation;
    }

    /// <summary>The invitation that somebody answers, if it is theirs.</summary>
    private async Task<Stored<Invitation>?> FindAsync(string userId, InvitationAnswer answer, CancellationToken ct)
    {
        if (InvitationToken.Parse(answer.Token) is { } token)
        {
            var byToken = await documents.FindAsync(Invitation.Kind, Invitation.KeyOf(token.OrganisationId, token.InvitationId), ct);
            return byToken is not null && (byToken.Value.UserId ?? userId) == userId && IsSame(byToken.Value.SecretHash, token.SecretHash) ? byToken : null;
        }

        return OpaqueId.IsValid(answer.InvitationId, Invitation.IdPrefix)
            && await documents.FindAsync(InvitationPointer.Kind, InvitationPointer.KeyOf(userId, answer.InvitationId!), ct) is { Value: var pointer }
            && await documents.FindAsync(Invitation.Kind, Invitation.KeyOf(pointer.OrganisationId, pointer.InvitationId), ct) is { } stored && stored.Value.UserId == userId
            ? stored
            : null;
    }

    /// <returns>Null when there is none that it could happen to.</returns>
    private async Task<Result<Done>?> EndAsync(Func<Task<Stored<Invitation>?>> find, InvitationEvent happened, CancellationToken ct)
    {
        while (await find() is { } stored)
        {
            if (!stored.Value.IsOpen(clock.GetUtcNow()) || InvitationTransitions.Next(stored.Value.State, happened) is not { } next)
            {
                return null;
            }

            if (await documents.WriteAsync(Invitation.Kind.Replace(stored.Value with { State = next }, stored.ETag), ct) is not null)
            {
                return default(Done);
            }
        }

        return null;
    }

    private static bool IsSame(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}

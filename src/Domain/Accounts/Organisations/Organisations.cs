using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Organisations;

/// <summary>Organisations, and who may act for them.</summary>
public sealed class Organisations(IDocuments documents, TimeProvider clock)
{
    /// <summary>Organisations of one person.</summary>
    public const int Most = 20;

    private const int Attempts = 8;

    /// <summary>Makes one, whose owner is <paramref name="userId"/>.</summary>
    /// <param name="requestId">The same for a request that is repeated.</param>
    public async Task<Result<Stored<Organisation>>> CreateAsync(string userId, string? name, string? requestId, CancellationToken ct)
    {
        var id = requestId is null ? OpaqueId.New(Organisation.IdPrefix) : OpaqueId.From(Organisation.IdPrefix, requestId);
        if (!IsName(name))
        {
            return OrganisationErrors.NameInvalid();
        }

        if (await GetAsync(userId, id, ct) is { Succeeded: true } there)
        {
            return there;
        }

        if (await HasMostAsync(userId, ct))
        {
            return OrganisationErrors.TooMany(Most);
        }

        var now = clock.GetUtcNow();
        var organisation = new Organisation { Id = id, Name = name!, CreatedAt = now, Members = [new Member(userId, MemberRole.Owner, now)] };
        await PointAsync(userId, id, ct);
        return await documents.WriteAsync([Organisation.Kind.Add(organisation), ProfileDocuments.Profiles.Put(ProfileOf(organisation))], ct) is { } etags
            ? new Stored<Organisation>(organisation, etags[0])
            : await GetAsync(userId, id, ct);
    }

    public async Task<Stored<Organisation>?> FindAsync(string id, CancellationToken ct) =>
        OpaqueId.IsValid(id, Organisation.IdPrefix) ? await documents.FindAsync(Organisation.Kind, Organisation.KeyOf(id), ct) : null;

    /// <summary>For a member; fails with <c>organisation.not_found</c> for everybody else.</summary>
    public async Task<Result<Stored<Organisation>>> GetAsync(string userId, string id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } stored && stored.Value.RoleOf(userId) is not null ? stored : OrganisationErrors.NotFound();

    /// <summary>Those of a person, the newest membership first. A page may have fewer than were asked for.</summary>
    public async Task<Page<Organisation>> ListAsync(string userId, PageRequest page, CancellationToken ct)
    {
        var found = await documents.ListAsync(OrganisationPointer.Kind, userId, "", page, ListOrder.Descending, ct);
        var there = (await documents.FindManyAsync(Organisation.Kind, [.. found.Items.Select(pointer => Organisation.KeyOf(pointer.OrganisationId))], ct))
            .Where(organisation => organisation.RoleOf(userId) is not null).ToDictionary(organisation => organisation.Id);
        return new Page<Organisation>([.. found.Items.Select(pointer => there.GetValueOrDefault(pointer.OrganisationId)).OfType<Organisation>()], found.Cursor);
    }

    /// <summary>Gives it another name, by an admin.</summary>
    /// <param name="ifMatch">The ETag the caller read; null to change whatever is there.</param>
    public async Task<Result<Stored<Organisation>>> RenameAsync(string userId, string id, string? name, string? ifMatch, CancellationToken ct) => await ChangeAsync(
        id,
        organisation => organisation.RoleOf(userId) is not { } role ? OrganisationErrors.NotFound()
            : role < MemberRole.Admin ? OrganisationErrors.RoleRequired(MemberRole.Admin)
            : IsName(name) ? organisation with { Name = name! }
            : OrganisationErrors.NameInvalid(),
        ifMatch,
        ct);

    /// <summary>What a person who acts for an account may do there: their own, or that of an organisation while they are its member.</summary>
    public async Task<Result<Caller>> ActAsync(Caller caller, string accountId, CancellationToken ct)
    {
        if (accountId == caller.OwnerId)
        {
            return caller;
        }

        // A token acts for the account that it was made for.
        if (caller.Credential == CredentialKind.ApiToken || await GetAsync(caller.UserId, accountId, ct) is not { Succeeded: true, Value.Value: var organisation })
        {
            return OrganisationErrors.NotMember();
        }

        return organisation.Disabled
            ? OrganisationErrors.Disabled()
            : caller with { OwnerId = organisation.Id, Role = Role.Creator, Member = organisation.RoleOf(caller.UserId) };
    }

    /// <param name="change">What becomes of it, or why nothing does; may be asked several times.</param>
    /// <param name="ifMatch">The ETag the caller read; null to change whatever is there.</param>
    public async Task<Result<Stored<Organisation>>> ChangeAsync(string id, Func<Organisation, Result<Organisation>> change, string? ifMatch, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(id, ct) is not { } stored)
            {
                return OrganisationErrors.NotFound();
            }

            var changed = change(stored.Value);
            if (!changed.Succeeded || ReferenceEquals(changed.Value, stored.Value))
            {
                return changed.Succeeded ? stored : changed.Error!;
            }

            if (ifMatch is not null && ifMatch != stored.ETag)
            {
                break;
            }

            var replaced = Organisation.Kind.Replace(changed.Value, stored.ETag);
            DocumentWrite[] writes = changed.Value.Name == stored.Value.Name ? [replaced] : [replaced, ProfileDocuments.Profiles.Put(ProfileOf(changed.Value))];
            if (await documents.WriteAsync(writes, ct) is { } etags)
            {
                return new Stored<Organisation>(changed.Value, etags[0]);
            }
        }

        return OrganisationErrors.Changed();
    }

    internal async Task<bool> HasMostAsync(string userId, CancellationToken ct)
    {
        var (count, page) = (0, new PageRequest(null, Most));
        do
        {
            var found = await ListAsync(userId, page, ct);
            (count, page) = (count + found.Items.Count, page with { Cursor = found.Cursor });
        }
        while (count < Most && page.Cursor is not null);
        return count >= Most;
    }

    internal Task PointAsync(string userId, string id, CancellationToken ct) =>
        documents.WriteAsync(OrganisationPointer.Kind.Put(new OrganisationPointer { UserId = userId, OrganisationId = id, At = clock.GetUtcNow() }), ct);

    /// <summary>Where people are told by name, so is the organisation.</summary>
    private Profile ProfileOf(Organisation organisation) => new() { PersonId = organisation.Id, Name = organisation.Name, CreatedAt = organisation.CreatedAt, UpdatedAt = clock.GetUtcNow() };

    private static bool IsName(string? name) => name is { Length: > 0 and <= Organisation.LongestName } && !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl);
}

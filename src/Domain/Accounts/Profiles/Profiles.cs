using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>People's profiles: one's own, and anybody's by id or handle.</summary>
public sealed class Profiles(IDocuments documents, TimeProvider clock)
{
    private const int Attempts = 8;

    /// <summary>Null of somebody who said nothing yet.</summary>
    public Task<Stored<Profile>?> FindOwnAsync(string personId, CancellationToken ct) => documents.FindAsync(ProfileDocuments.Profiles, ProfileDocuments.KeyOf(personId), ct);

    /// <summary>By id or handle, for anybody: what is hidden isn't there. A handle that was left lately leads to whom it led to.</summary>
    public async Task<Result<Profile>> FindAsync(string idOrHandle, CancellationToken ct) =>
        await PersonOfAsync(idOrHandle, ct) is { } personId
        && await FindOwnAsync(personId, ct) is { Value: { Privacy.Hidden: false } profile }
        && (personId == idOrHandle || profile.Holds(HandleRules.Parse(idOrHandle)!, clock.GetUtcNow()))
            ? profile
            : ProfileErrors.NotFound();

    /// <summary>Those of a page of people that are not hidden, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Profile>> FindManyAsync(IEnumerable<string> personIds, CancellationToken ct)
    {
        DocumentKey[] keys = [.. personIds.Distinct().Select(ProfileDocuments.KeyOf)];
        return keys.Length == 0
            ? new Dictionary<string, Profile>()
            : (await documents.FindManyAsync(ProfileDocuments.Profiles, keys, ct)).Where(profile => !profile.Privacy.Hidden).ToDictionary(profile => profile.PersonId);
    }

    /// <param name="ifMatch">The ETag the person read; null to change whatever is there.</param>
    public Task<Result<Stored<Profile>>> ChangeAsync(string personId, ProfileChange change, string? ifMatch, CancellationToken ct) =>
        WriteAsync(personId, profile => change.ApplyTo(profile, clock.GetUtcNow()), ifMatch, ct);

    internal Task<Result<Stored<Profile>>> SetAvatarAsync(string personId, string? avatar, CancellationToken ct) =>
        WriteAsync(personId, profile => profile with { Avatar = avatar, UpdatedAt = clock.GetUtcNow() }, null, ct);

    private async Task<Result<Stored<Profile>>> WriteAsync(string personId, Func<Profile, Result<Profile>> change, string? ifMatch, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await FindOwnAsync(personId, ct);
            if (ifMatch is not null && ifMatch != stored?.ETag)
            {
                return ProfileErrors.Changed();
            }

            var now = clock.GetUtcNow();
            var before = stored?.Value ?? new Profile { PersonId = personId, CreatedAt = now, UpdatedAt = now };
            var changed = change(before);
            if (!changed.Succeeded || (changed.Value.Handle is { } handle && handle != before.Handle && !await ClaimAsync(handle, personId, ct)))
            {
                return changed.Error ?? ProfileErrors.HandleTaken();
            }

            var write = stored is null ? ProfileDocuments.Profiles.Add(changed.Value) : ProfileDocuments.Profiles.Replace(changed.Value, stored.ETag);
            if (await documents.WriteAsync(write, ct) is { } etag)
            {
                return new Stored<Profile>(changed.Value, etag);
            }
        }

        return ProfileErrors.Busy();
    }

    private async Task<string?> PersonOfAsync(string idOrHandle, CancellationToken ct) =>
        OpaqueId.IsValid(idOrHandle, UserIds.Prefix) ? idOrHandle
        : HandleRules.Parse(idOrHandle) is { } handle ? (await documents.FindAsync(ProfileDocuments.Handles, ProfileDocuments.HandleKeyOf(handle), ct))?.Value.PersonId
        : null;

    /// <summary>Makes the handle the person's, if it is free, was left, or is theirs: that is written once more, so that who found it left comes too late.</summary>
    private async Task<bool> ClaimAsync(string handle, string personId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var wanted = new HandleClaim(HandleClaim.CurrentSchemaVersion, handle, personId, now);
        if (await documents.WriteAsync(ProfileDocuments.Handles.Add(wanted), ct) is not null)
        {
            return true;
        }

        return await documents.FindAsync(ProfileDocuments.Handles, ProfileDocuments.HandleKeyOf(handle), ct) is { Value: var claim } stored
            && (claim.PersonId == personId || await IsLeftAsync(claim, now, ct))
            && await documents.WriteAsync(ProfileDocuments.Handles.Replace(wanted, stored.ETag), ct) is not null;
    }

    private async Task<bool> IsLeftAsync(HandleClaim claim, DateTimeOffset now, CancellationToken ct) =>
        claim.PersonId is not { } holder ? !(claim.KeptUntil > now)
        : claim.ClaimedAt + HandleClaim.Grace < now && (await FindOwnAsync(holder, ct))?.Value.Holds(claim.Handle, now) != true;
}

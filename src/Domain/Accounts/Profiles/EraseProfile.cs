using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Accounts.Profiles;

/// <summary>What somebody said of themselves, and their picture. Their handles are nobody's for a while, so that nobody passes for them.</summary>
public sealed class EraseProfile(IDocuments documents, IBlobStore blobs, TimeProvider clock) : IErasePerson
{
    public string Part => "profile";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        if ((await documents.FindAsync(ProfileDocuments.Profiles, ProfileDocuments.KeyOf(personId), ct))?.Value is { } profile)
        {
            foreach (var handle in profile.FormerHandles.Select(former => former.Handle).Append(profile.Handle).OfType<string>())
            {
                await KeepAsync(handle, personId, ct);
            }
        }

        await blobs.DeleteAllAsync(Containers.Media, AvatarPaths.PrefixOf(personId), ct);
        await documents.RemoveAsync(ProfileDocuments.Profiles, ProfileDocuments.KeyOf(personId), ct);
        return PartErased.All;
    }

    private async Task KeepAsync(string handle, string personId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var nobodys = new HandleClaim(HandleClaim.CurrentSchemaVersion, handle, null, now, now + FormerHandle.Kept);
        while (await documents.FindAsync(ProfileDocuments.Handles, ProfileDocuments.HandleKeyOf(handle), ct) is { } stored && stored.Value.PersonId == personId)
        {
            await documents.WriteAsync(ProfileDocuments.Handles.Replace(nobodys, stored.ETag), ct);
        }
    }
}

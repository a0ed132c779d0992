using StreamPlatform.Domain.Accounts.Defaults;
using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Watermarks;

/// <summary>Images that somebody registered, and what their uploads got: a document that says nothing any more.</summary>
public sealed class EraseWatermarks(IBlobStore blobs, IEncodingDefaultsStore defaults) : IErasePerson
{
    public string Part => "watermarks";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        await blobs.DeleteAllAsync(Containers.Images, $"{personId}/", ct);
        if (await defaults.FindAsync(personId, ct) is not null)
        {
            await defaults.PutAsync(new EncodingDefaults { OwnerId = personId, Choice = EncodingChoice.Default }, null, ct);
        }

        return PartErased.All;
    }
}

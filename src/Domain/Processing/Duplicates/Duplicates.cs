using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Processing.Duplicates;

/// <summary>Finds assets of one owner that have the same content. Every method may be repeated.</summary>
public sealed class Duplicates(IDocuments documents, IAssetStore store, IBlobStore blobs)
{
    /// <summary>Assets of the same content that are looked at; who has more has been told often enough.</summary>
    private const int Most = 20;

    /// <summary>
    /// Notes the content of the asset's original and looks for an older asset that has the same. Of two that come at once both are
    /// noted before either looks, so that exactly the younger one finds the other.
    /// </summary>
    /// <returns>Null when there is none, and of what can no longer be read: who makes something of it tells why.</returns>
    public async Task<Error?> FindAsync(Asset asset, SourceFile source, CancellationToken ct)
    {
        string print;
        try
        {
            print = await ContentPrint.OfAsync(blobs, source, ct);
        }
        catch (BlobChangedException)
        {
            return null;
        }

        await documents.WriteAsync(ContentRecord.Kind.Put(new ContentRecord(asset.OwnerId, asset.Id, print, asset.CreatedAt)), ct);
        var same = await documents.ListAsync(ContentRecord.Kind, asset.OwnerId, print, new PageRequest(null, Most), ListOrder.Ascending, ct);
        foreach (var other in same.Items.TakeWhile(record => record.AssetId != asset.Id))
        {
            if (await store.FindAsync(other.AssetId, ct) is { Value: { Trashed: null } found } && Has(found))
            {
                return DuplicateErrors.Duplicate(other.AssetId);
            }
        }

        return null;
    }

    /// <summary>The asset went to another account, whose others it is compared with from then on.</summary>
    public async Task MoveAsync(Asset asset, string from, CancellationToken ct)
    {
        if (await documents.FindAsync(ContentRecord.Kind, ContentRecord.KeyOf(from, asset.Id), ct) is { } record)
        {
            await documents.WriteAsync(ContentRecord.Kind.Put(record.Value with { OwnerId = asset.OwnerId }), ct);
            await documents.WriteAsync(ContentRecord.Kind.Delete(record.Value, record.ETag), ct);
        }
    }

    /// <summary>The asset is erased.</summary>
    public async Task ForgetAsync(Asset asset, CancellationToken ct)
    {
        if (await documents.FindAsync(ContentRecord.Kind, ContentRecord.KeyOf(asset.OwnerId, asset.Id), ct) is { } record)
        {
            await documents.WriteAsync(ContentRecord.Kind.Delete(record.Value, record.ETag), ct);
        }
    }

    /// <summary>One that failed, was cancelled or goes may have the content and is of no use.</summary>
    private static bool Has(Asset other) => (other.PublishedRunId is not null && other.State is not (AssetState.Deleting or AssetState.Deleted)) || other.IsInProgress;
}

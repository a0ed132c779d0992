using StreamPlatform.Domain.Accounts.Deletion;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing.Requests;

namespace StreamPlatform.Domain.Processing.Erasing;

/// <summary>Somebody's videos: into the trash, where nobody sees them, and then to their workflows, which erase them.</summary>
public sealed class EraseAssets(IAssetStore store, TrashAsset trash, TimeProvider clock) : IErasePerson
{
    private const int AtOnce = 20;

    public string Part => "assets";

    public async Task<PartErased> EraseAsync(string personId, CancellationToken ct)
    {
        foreach (var trashed in new[] { false, true })
        {
            var page = await store.ListAsync(personId, trashed, null, AtOnce, ct);
            foreach (var asset in page.Items.Where(asset => asset.Trashed is null && asset.State != AssetState.Deleting))
            {
                var now = clock.GetUtcNow();
                await trash.ExecuteAsync(new TrashErasure(asset.Id, new TrashMark(now, now)), ct);
            }

            if (page.Items.Count > 0)
            {
                return new PartErased(false, [.. page.Items.Select(asset => asset.Id)]);
            }
        }

        return PartErased.All;
    }
}

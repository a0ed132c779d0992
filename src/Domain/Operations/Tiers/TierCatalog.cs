using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Operations.Tiers;

/// <summary>Looks at a part of the catalog. May be repeated.</summary>
public sealed class TierCatalog(IAssetStore store, TierAsset tier)
{
    private const int AssetsOfPage = 20;

    public async Task<TieredPage> ExecuteAsync(bool moves, string? cursor, CancellationToken ct)
    {
        var page = await store.ScanAsync(cursor, AssetsOfPage, ct);
        var report = TierReport.Nothing;
        foreach (var asset in page.Items)
        {
            report = report.Plus(await tier.ExecuteAsync(asset, moves, ct));
        }

        return new TieredPage(page.Cursor, report);
    }
}

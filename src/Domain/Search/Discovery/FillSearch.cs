using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>
/// Fills a generation of the public index from the catalog, page by page, and brings the owners' index up to date on the way.
/// What changes while a page is read is looked at again once the page is written: an event that came in between has found
/// either the video in the generation or the change in the catalog.
/// </summary>
public sealed class FillSearch(IAssetStore store, IVideoIndex owners, IIndexGenerations generations, IndexVideo index, DescribeVideo describe)
{
    private const int PageSize = 100;

    /// <summary>Null when the generation was given up for a later one.</summary>
    public async Task<FilledPage?> ExecuteAsync(FillRequest request, CancellationToken ct)
    {
        var page = await store.ScanAsync(request.Cursor, PageSize, ct);
        var videos = await Task.WhenAll(page.Items.Select(asset => describe.ExecuteAsync(asset, ct)));
        if (!await generations.FillAsync(request.Generation, [.. videos.OfType<IndexedVideo>()], ct))
        {
            return null;
        }

        await Task.WhenAll(page.Items.Select(asset => OwnersAsync(asset, ct)));
        var now = (await store.FindManyAsync([.. page.Items.Select(asset => asset.Id)], ct)).ToDictionary(asset => asset.Id, asset => asset.UpdatedAt, StringComparer.Ordinal);
        foreach (var read in page.Items.Where(read => now.GetValueOrDefault(read.Id) != read.UpdatedAt))
        {
            await index.ExecuteAsync(read.Id, ct);
        }

        return new FilledPage(page.Cursor, page.Items.Count);
    }

    private Task OwnersAsync(Asset asset, CancellationToken ct) =>
        VideoDocument.Of(asset) is { } document ? owners.PutAsync(document, ct) : owners.DeleteAsync(asset.Id, ct);
}

/// <summary>Which page of the catalog goes into which generation.</summary>
public sealed record FillRequest(IndexGeneration Generation, string? Cursor);

/// <summary>A page that was read; the cursor is null after the last.</summary>
public sealed record FilledPage(string? Cursor, int Assets);

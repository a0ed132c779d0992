using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Runs;

/// <summary>How a run's items ended.</summary>
internal static class RunMarkers
{
    /// <summary>The markers that are there, those of parts included; a head start may be missing: it is only waited for as long as the rest takes.</summary>
    public static async Task<IReadOnlyList<ItemMarker>> ReadAsync(IBlobStore blobs, RunPaths paths, TranscodePlan plan, CancellationToken ct)
    {
        var markers = new List<ItemMarker>(plan.Items.Count);
        foreach (var item in plan.Items)
        {
            if (await blobs.ReadJsonAsync<ItemMarker>(paths.Marker(item.Id), ct) is not { } marker)
            {
                continue;
            }

            markers.Add(marker);
            foreach (var part in marker.Failure is null ? [] : item.Parts())
            {
                if (await blobs.ReadJsonAsync<ItemMarker>(paths.Marker(part.Id), ct) is { } tried)
                {
                    markers.Add(tried);
                }
            }
        }

        return markers;
    }
}

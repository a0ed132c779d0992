using StreamPlatform.Domain.Catalog.Views;
using StreamPlatform.Domain.Telemetry.Aggregates;

namespace StreamPlatform.Domain.Telemetry.Recounts;

/// <summary>Has the catalog's view counts follow what a recount set right: they are counted again within the hour, of all days.</summary>
public sealed class RecountedViews(ChangedVideos changed, ViewCounts counts)
{
    /// <param name="day">That was counted again.</param>
    public async Task NoteAsync(RecountDay day, IReadOnlyList<string> assetIds, CancellationToken ct)
    {
        foreach (var asset in assetIds)
        {
            // Days that are settled aren't read again otherwise.
            if (await counts.FindAsync(asset, ct) is { } count && count.SettledUntil > day.Start)
                await counts.PutAsync(count with { Settled = 0, SettledUntil = DateTimeOffset.UnixEpoch }, ct);
        }

        await changed.NoteAsync(assetIds, ct);
    }
}

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Domain.Processing.Runs;

internal static class Announcements
{
    /// <summary>
    /// Tells of a publication before its step ends. A step whose process died in between is repeated, finds the asset
    /// published, and tells again.
    /// </summary>
    public static async Task<PublishedRun> ToldAsync(this IEventPublisher events, Asset asset, CancellationToken ct)
    {
        await events.PublishAsync(VideoEvents.OfPublication(asset), ct);
        return PublishedRun.Of(asset);
    }
}

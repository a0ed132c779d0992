using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Events;

namespace StreamPlatform.Domain.Webhooks;

/// <summary>What endpoints are told, as JSON: <c>type</c>, <c>timestamp</c> and <c>data</c>.</summary>
public static class WebhookEvents
{
    /// <summary>Sent when its owner asks for it, whatever the endpoint wants.</summary>
    public const string Test = "webhook.test";

    /// <summary>Types that an endpoint can ask for.</summary>
    public static IReadOnlyList<string> Types { get; } = [VideoEvents.Published, VideoEvents.Updated, VideoEvents.Trashed, VideoEvents.Restored, VideoEvents.TakenDown, VideoEvents.Reinstated, VideoEvents.Deleted];

    public static string PayloadOf(VideoEvent happened, Asset asset) => Write(
        happened.Type,
        happened.OccurredAt,
        happened.Type == VideoEvents.Deleted
            ? new { assetId = asset.Id }
            : new
            {
                assetId = asset.Id,
                asset.Title,
                status = asset.State,
                asset.Visibility,
                asset.Revision,
                asset.DurationSeconds,
                playbackIds = asset.PlaybackIds,
            });

    public static string PayloadOfTest(DateTimeOffset now) => Write(Test, now, new { message = "It works." });

    private static string Write(string type, DateTimeOffset at, object data) =>
        JsonSerializer.Serialize(new { type, timestamp = at, data }, DomainJson.Options);
}

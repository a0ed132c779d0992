namespace StreamPlatform.Domain.Storage;

/// <summary>The blob containers of the platform. Nothing in them is public: readers come with a signature.</summary>
public static class Containers
{
    /// <summary>Originals, as creators upload them: <c>{assetId}/{uploadId}</c>.</summary>
    public const string Uploads = "uploads";

    /// <summary>What players fetch: <c>{assetId}/{runId}/…</c>; immutable, never rewritten.</summary>
    public const string Media = "media";

    /// <summary>Plans, item progress and tombstones: <c>{assetId}/{runId}/…</c>.</summary>
    public const string Work = "work";

    /// <summary>One blob per finished work item; its trigger wakes the orchestrator: <c>{assetId}/{runId}/{itemId}.json</c>.</summary>
    public const string Markers = "markers";

    /// <summary>Images that owners registered as watermarks: <c>{ownerId}/{sha256}.png</c>.</summary>
    public const string Images = "images";

    /// <summary>What players told, as it came through the hub: <c>{day}/{hub partition}/{first}-{last}.jsonl.gz</c>; thirty days.</summary>
    public const string TelemetryRaw = "telemetry-raw";

    /// <summary>What came through the hub and can't be read: <c>{day}/{hub partition}/{sequence}.json</c>; thirty days.</summary>
    public const string TelemetryDead = "telemetry-dead";

    /// <summary>What a recount of telemetry lays aside while it lasts: <c>{day it began}/{id}/…</c>; three days.</summary>
    public const string TelemetryRecount = "telemetry-recount";

    /// <summary>What was given to players, as Azure's diagnostic settings and our own edge log it; eight days.</summary>
    public const string DeliveryLogs = "insights-logs-frontdooraccesslog";

    public static IReadOnlyList<string> All { get; } = [Uploads, Media, Work, Markers, Images, TelemetryRaw, TelemetryDead, TelemetryRecount, DeliveryLogs];
}

using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Azure.Cosmos;

/// <summary>Every container. The infrastructure makes them; <c>docs/adr/0036-cosmos-partitions.md</c> tells why they are cut so.</summary>
public static class CosmosContainers
{
    public static ContainerDefinition Assets { get; } = new("assets", "/id", []);

    /// <summary>Which assets an owner has, in the order they are listed.</summary>
    public static ContainerDefinition OwnerAssets { get; } = new("ownerAssets", "/ownerId", ["/sortKey/?"]);

    /// <summary>Which asset has a playback ID.</summary>
    public static ContainerDefinition PlaybackIds { get; } = new("playbackIds", "/id", []);

    public static ContainerDefinition Uploads { get; } = new("uploads", "/ownerId", ["/sortKey/?", "/assetId/?", "/sweepAt/?"]);

    public static ContainerDefinition ApiKeys { get; } = new("apiKeys", "/id", []);

    public static ContainerDefinition Usage { get; } =
        new("usage", "/ownerId", ["/bytes/?", "/minutes/?", "/uploads/?", "/month/?", "/expiresAt/?"]);

    public static ContainerDefinition Idempotency { get; } = new("idempotency", "/ownerId", [], ItemsExpire: true);

    public static ContainerDefinition EncodingDefaults { get; } = new("encodingDefaults", "/id", []);

    /// <summary>Endpoints, and what was sent to them.</summary>
    public static ContainerDefinition Webhooks { get; } = new("webhooks", "/ownerId", ["/type/?", "/endpointId/?", "/sortKey/?"], ItemsExpire: true);

    /// <summary>Aggregates of telemetry; asked by id alone.</summary>
    public static ContainerDefinition Telemetry { get; } = new("telemetry", "/shardKey", [], ItemsExpire: true);

    /// <summary>Those of <see cref="Domain.Stores.IDocuments"/>.</summary>
    public static IReadOnlyDictionary<DocumentContainer, ContainerDefinition> Documents { get; } =
        Enum.GetValues<DocumentContainer>().ToDictionary(each => each, each => new ContainerDefinition(
            each.ToString().ToLowerInvariant(), "/partition", ["/type/?", "/list/?", "/sortKey/?"], ItemsExpire: true));

    public static IReadOnlyList<ContainerDefinition> All { get; } =
        [Assets, OwnerAssets, PlaybackIds, Uploads, ApiKeys, Usage, Idempotency, EncodingDefaults, Webhooks, Telemetry, .. Documents.Values];
}

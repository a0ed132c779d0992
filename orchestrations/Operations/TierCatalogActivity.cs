using StreamPlatform.Domain.Operations.Tiers;

namespace StreamPlatform.Orchestrations.Operations;

/// <inheritdoc cref="TierCatalog"/>
public sealed class TierCatalogActivity(TierCatalog catalog)
{
    public const string Name = "TierCatalog";

    [Function(Name)]
    public Task<TieredPage> Run([ActivityTrigger] TierCatalogInput input, FunctionContext context) => catalog.ExecuteAsync(input.Moves, input.Cursor, context.CancellationToken);
}

/// <summary>See <see cref="TierCatalog"/>.</summary>
public sealed record TierCatalogInput(bool Moves, string? Cursor);

using StreamPlatform.Domain;
using StreamPlatform.Domain.Catalog.Metadata;

namespace StreamPlatform.Functions.Processing;

/// <summary>Body of <c>POST /assets/bulk</c>: one thing that is done to many assets.</summary>
/// <param name="Ids">1 to 100 assets; one that is named twice is one.</param>
/// <param name="Change">With the operation change: what <c>PATCH /assets/{assetId}</c> takes.</param>
public sealed record BulkBody(IReadOnlyList<string?>? Ids, BulkOperation? Operation, AssetChange? Change)
{
    public const int MostIds = 100;

    /// <summary>Null when it can be done.</summary>
    public Error? Check() =>
        Ids is not { Count: > 0 and <= MostIds } || Ids.Any(string.IsNullOrEmpty) ? BulkErrors.IdsInvalid()
        : Operation is null ? BulkErrors.OperationMissing()
        : (Operation == BulkOperation.Change) != (Change is not null) ? BulkErrors.ChangeInvalid()
        : null;
}

/// <summary>What can be done to many assets at once.</summary>
public enum BulkOperation
{
    /// <summary>Put them into the trash.</summary>
    Trash,

    /// <summary>Take them back out of it.</summary>
    Restore,

    /// <summary>Change what is said of them: visibility, category, tags, licence and all else.</summary>
    Change,
}

/// <summary>What became of each asset, in the order in which they were named.</summary>
public sealed record BulkResultBody(IReadOnlyList<BulkItemBody> Items);

/// <summary>What became of one asset.</summary>
/// <param name="Status">The HTTP status that asking for it alone would have had.</param>
/// <param name="Code">Why it was not done, as in problem details.</param>
/// <param name="Message">The same for people.</param>
public sealed record BulkItemBody(string Id, int Status, string? Code = null, string? Message = null);

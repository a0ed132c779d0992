using StreamPlatform.Domain;

namespace StreamPlatform.Functions.Processing;

/// <summary>What can be wrong with a request for many assets at once.</summary>
public static class BulkErrors
{
    /// <summary>There are no ids, too many, or an empty one.</summary>
    public static Error IdsInvalid() => new("bulk.ids_invalid", 400, $"ids must be 1 to {BulkBody.MostIds} asset ids.");

    /// <summary>It isn't said what is to be done.</summary>
    public static Error OperationMissing() => new("bulk.operation_missing", 400, "operation must be trash, restore or change.");

    /// <summary>There is no change to make, or one that goes with another operation.</summary>
    public static Error ChangeInvalid() => new("bulk.change_invalid", 400, "change goes with the operation change, and only with it.");
}

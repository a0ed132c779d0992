namespace StreamPlatform.Domain.Processing.Duplicates;

/// <summary>What is said of an asset whose owner has another of the same content.</summary>
public static class DuplicateErrors
{
    /// <summary>The owner asked not to have the same file twice, and has it; a warning for who did not ask.</summary>
    public static Error Duplicate(string assetId) => new("source.duplicate", 422, $"The same file is in asset {assetId} already.");

    internal static string Code { get; } = Duplicate("").Code;
}

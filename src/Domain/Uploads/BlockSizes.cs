namespace StreamPlatform.Domain.Uploads;

/// <summary>
/// Chooses the block size of an upload. Storage takes at most 50,000 blocks of at most 4,000 MiB; small blocks retry
/// cheaply and fill several connections, so they grow only where a file would need too many.
/// </summary>
public static class BlockSizes
{
    private const long Mebibyte = 1024 * 1024;
    private const long Smallest = 4 * Mebibyte;
    private const long Largest = 4000 * Mebibyte;
    private const long MaxBlocks = 50_000;

    /// <summary>Where doubling stops: far from the limit, so that a client may send some blocks short.</summary>
    private const long ComfortableBlocks = 10_000;

    public const long MaxBlobBytes = Largest * MaxBlocks;

    public static long For(long sizeBytes)
    {
        var size = Smallest;
        while (size < Largest && sizeBytes > size * ComfortableBlocks)
        {
            size *= 2;
        }

        return Math.Min(size, Largest);
    }
}

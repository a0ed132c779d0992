using System.Globalization;
using System.Security.Cryptography;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing.Duplicates;

/// <summary>
/// What tells one original from another: its length, and the SHA-256 of pieces all over it, the first and the last bytes among
/// them. Up to <see cref="WholeBytes"/> that is all of it; reading all of a large file would have its viewers wait.
/// </summary>
internal static class ContentPrint
{
    public const int Pieces = 32;
    public const int PieceBytes = 64 * 1024;
    public const int WholeBytes = Pieces * PieceBytes;

    private const int AtOnce = 8;

    /// <exception cref="BlobChangedException">The original is another by now, or gone.</exception>
    public static async Task<string> OfAsync(IBlobStore blobs, SourceFile source, CancellationToken ct)
    {
        var content = new byte[(int)Math.Min(source.Bytes, WholeBytes)];
        var count = (content.Length + PieceBytes - 1) / PieceBytes;
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (n, cancelled) =>
        {
            var piece = content.AsMemory(n * PieceBytes, Math.Min(PieceBytes, content.Length - (n * PieceBytes)));
            await ReadAsync(blobs, source, OffsetOf(n, count, source.Bytes, piece.Length), piece, cancelled);
        });
        return string.Create(CultureInfo.InvariantCulture, $"{source.Bytes}-{Convert.ToHexStringLower(SHA256.HashData(content))}");
    }

    /// <summary>Pieces of a large file begin at even distances, so that the last ends where the file does; those of a small one lie side by side.</summary>
    private static long OffsetOf(int piece, int count, long bytes, int length) =>
        bytes <= WholeBytes ? (long)piece * PieceBytes : (long)((Int128)(bytes - length) * piece / (count - 1));

    private static async Task ReadAsync(IBlobStore blobs, SourceFile source, long offset, Memory<byte> piece, CancellationToken ct)
    {
        var read = 0;
        while (read < piece.Length && await blobs.ReadRangeAsync(new BlobPath(source.Container, source.BlobName), source.ETag, offset + read, piece[read..], ct) is > 0 and var count)
        {
            read += count;
        }
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StreamPlatform.Local.Host.Edge;

/// <summary>
/// Signatures that open a folder of the media container until a time: one signature for all files of a run, so that
/// caches stay hot. The folder is the first two segments of the path, <c>{assetId}/{runId}/</c>.
/// </summary>
public sealed class SignedFolders(byte[] key, TimeProvider time)
{
    /// <summary>The query that opens the folder: <c>e={unix seconds}&amp;s={signature}</c>.</summary>
    /// <exception cref="ArgumentException">It isn't two segments, each ended by a slash.</exception>
    public string Sign(string folder, DateTimeOffset expires)
    {
        if (FolderOf(folder) != folder)
            throw new ArgumentException($"'{folder}' is not a folder of two segments.", nameof(folder));
        var expiry = expires.ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"e={expiry}&s={Signature(folder, expiry)}");
    }

    /// <summary>Whether a blob may be read now with this expiry and signature.</summary>
    public bool Verify(string blobName, string? expiry, string? signature) =>
        FolderOf(blobName) is { } folder
        && signature is not null
        && long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds > time.GetUtcNow().ToUnixTimeSeconds()
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Signature(folder, seconds)), Encoding.UTF8.GetBytes(signature));

    private static string? FolderOf(string name)
    {
        var first = name.IndexOf('/', StringComparison.Ordinal);
        var second = first > 0 ? name.IndexOf('/', first + 1) : -1;
        if (second <= first + 1)
            return null;

        // A path that climbs would be signed as one folder and read as another.
        return name.Split('/').Any(segment => segment is "." or "..") || name.Contains('\\', StringComparison.Ordinal) ? null : name[..(second + 1)];
    }

    private string Signature(string folder, long expiry) => Base64Url.EncodeToString(
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{folder}\n{expiry}"))));
}

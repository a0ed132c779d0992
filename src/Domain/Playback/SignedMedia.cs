namespace StreamPlatform.Domain.Playback;

/// <summary>
/// What opens blobs of the media container: a signature for each folder they lie in. A presentation's are its run's, those
/// of runs it extends and, where it has any, that of the tracks its owner uploaded.
/// </summary>
public sealed class SignedMedia
{
    private readonly Dictionary<string, SignedFolder>.AlternateLookup<ReadOnlySpan<char>> _folders;

    private SignedMedia(Dictionary<string, SignedFolder> folders) => _folders = folders.GetAlternateLookup<ReadOnlySpan<char>>();

    public DateTimeOffset ExpiresAt => _folders.Dictionary.Values.Min(folder => folder.ExpiresAt);

    public static Task<SignedMedia> SignAsync(IPlaybackUrlSigner signer, Presentation presentation, CancellationToken ct) => SignAsync(
        signer,
        presentation.Blobs().Append(new Processing.RunPaths(presentation.AssetId, presentation.RunId).Prefix),
        ct);

    /// <param name="blobNames">Any blobs of every folder.</param>
    public static async Task<SignedMedia> SignAsync(IPlaybackUrlSigner signer, IEnumerable<string> blobNames, CancellationToken ct)
    {
        var folders = new Dictionary<string, SignedFolder>(StringComparer.Ordinal);
        var folder = "/";
        foreach (var blobName in blobNames)
        {
            // Most lie where the one before lies.
            if (!blobName.StartsWith(folder, StringComparison.Ordinal) && folders.TryAdd(folder = FolderOf(blobName).ToString(), null!))
            {
                folders[folder] = await signer.SignAsync(folder, ct);
            }
        }

        return new SignedMedia(folders);
    }

    /// <summary>All that of the URLs which changes with the signatures: the same stamp, the same URLs.</summary>
    public string Stamp => string.Join('|', _folders.Dictionary.Values.Select(folder => folder.Query));

    public string UrlOf(string blobName) => _folders[FolderOf(blobName)].UrlOf(blobName);

    /// <summary>An asset's folders are named by the first two parts of the path: <c>{assetId}/{runId}/</c>, <c>{assetId}/tracks/</c>.</summary>
    private static ReadOnlySpan<char> FolderOf(string blobName)
    {
        var first = blobName.IndexOf('/', StringComparison.Ordinal);
        return blobName.AsSpan(0, blobName.IndexOf('/', first + 1) + 1);
    }
}

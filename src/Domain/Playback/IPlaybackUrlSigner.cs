namespace StreamPlatform.Domain.Playback;

/// <summary>
/// Signs what players fetch. The signature covers a folder of the media container and a time bucket, so that all viewers
/// in the bucket share URLs and a CDN's cache stays hot.
/// </summary>
public interface IPlaybackUrlSigner
{
    /// <summary>Reading rights below <paramref name="folder"/> (<c>{assetId}/{runId}/</c>) in the media container.</summary>
    Task<SignedFolder> SignAsync(string folder, CancellationToken ct);
}

/// <summary>Base URL of the media container and the query that opens the signed folder.</summary>
/// <param name="Base">Ends in <c>/</c>; a blob name is appended.</param>
/// <param name="Query">Without the question mark.</param>
public sealed record SignedFolder(Uri Base, string Query, DateTimeOffset ExpiresAt)
{
    public string UrlOf(string blobName) => $"{Base}{blobName}?{Query}";
}

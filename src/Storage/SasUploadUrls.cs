using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Storage;

/// <summary>
/// Upload URLs as blob SAS with the single right to write this one blob: staging blocks and committing them both need
/// <c>w</c>, on Azure and on Azurite (create-only, <c>c</c>, is refused for both). A holder can so commit a second time,
/// as a client must that got no answer; each run is pinned to one commit's ETag, and another file, or one that comes after
/// something was made of the first, changes nothing. Signed with the account key where
/// there is one, else with a user delegation key.
/// </summary>
internal sealed class SasUploadUrls(BlobServiceClient service, Uri? publicUrl, TimeProvider clock) : IUploadUrls
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromDays(6); // storage allows 7

    private UserDelegationKey? _key;

    public async Task<Uri> SignAsync(BlobPath path, DateTimeOffset expiresAt, CancellationToken ct)
    {
        var blob = service.GetBlobContainerClient(path.Container).GetBlobClient(path.Name);
        var sas = new BlobSasBuilder(BlobSasPermissions.Write, expiresAt)
        {
            BlobContainerName = path.Container,
            BlobName = path.Name,
            Resource = "b",
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        var url = blob.CanGenerateSasUri
            ? blob.GenerateSasUri(sas)
            : new BlobUriBuilder(blob.Uri) { Sas = sas.ToSasQueryParameters(await KeyAsync(expiresAt, ct), service.AccountName) }.ToUri();
        return Public(url);
    }

    /// <summary>
    /// The edge's address instead of storage's, path and query kept. Only for storage with the account in the path
    /// (Azurite, which the edge stands before): an account of its own host name is reached directly.
    /// </summary>
    private Uri Public(Uri url)
    {
        var accountInPath = service.Uri.AbsolutePath.Trim('/') == service.AccountName;
        return publicUrl is null || !accountInPath ? url : new Uri(publicUrl, url.PathAndQuery);
    }

    private async Task<UserDelegationKey> KeyAsync(DateTimeOffset expiresAt, CancellationToken ct)
    {
        if (_key is { } key && key.SignedExpiresOn >= expiresAt)
        {
            return key;
        }

        var now = clock.GetUtcNow();
        var until = now + KeyLifetime;
        return _key = await service.GetUserDelegationKeyAsync(now - Skew, until > expiresAt ? until : expiresAt, ct);
    }
}

using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Storage;

/// <summary>
/// Signs folders of the media container by a SAS for the directory (<c>sr=d</c>), with a user delegation key. Start, expiry
/// and the key's own times are those of the folder's time bucket, whoever signs and when: so all viewers of a bucket have the
/// same URLs, from every instance, and caches stay hot. With an account key, as an emulator has that knows no directories, it
/// signs the whole container: for one developer's machine, not for strangers.
/// </summary>
/// <param name="delivery">The CDN's base URL of the media container; storage's own without one.</param>
internal sealed class SasPlaybackUrls(BlobServiceClient media, Uri? delivery, TimeProvider clock) : IPlaybackUrlSigner, IDisposable
{
    /// <summary>Covers what is signed in the last bucket that begins on the key's day. Storage allows 7 days.</summary>
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromDays(3);

    /// <summary>Keys of today and yesterday are used; more are those that clocks which disagree ask for.</summary>
    private const int KeysKept = 4;

    private readonly ConcurrentDictionary<DateTimeOffset, UserDelegationKey> _keys = new();
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<SignedFolder> SignAsync(string folder, CancellationToken ct)
    {
        var end = SignatureBuckets.EndFor(folder, clock.GetUtcNow());
        var start = end - SignatureBuckets.Length;
        var container = media.GetBlobContainerClient(Containers.Media);
        var sas = new BlobSasBuilder { BlobContainerName = Containers.Media, StartsOn = start, ExpiresOn = end + SignatureBuckets.Least };
        sas.SetPermissions(BlobSasPermissions.Read);
        return new SignedFolder(delivery ?? new Uri($"{container.Uri}/"), await QueryAsync(container, sas, folder, ct), sas.ExpiresOn);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<string> QueryAsync(BlobContainerClient container, BlobSasBuilder sas, string folder, CancellationToken ct)
    {
        if (container.CanGenerateSasUri)
        {
            sas.Resource = "c";
            return container.GenerateSasUri(sas).Query.TrimStart('?');
        }

        (sas.BlobName, sas.IsDirectory, sas.Protocol) = (folder.TrimEnd('/'), true, SasProtocol.Https);
        return sas.ToSasQueryParameters(await KeyAsync(sas.StartsOn, ct), media.AccountName).ToString();
    }

    /// <summary>The key of the day that the bucket begins on.</summary>
    private async Task<UserDelegationKey> KeyAsync(DateTimeOffset start, CancellationToken ct)
    {
        var day = new DateTimeOffset(start.UtcDateTime.Date, TimeSpan.Zero);
        if (_keys.TryGetValue(day, out var key))
            return key;
        await _turn.WaitAsync(ct);
        try
        {
            if (_keys.TryGetValue(day, out key))
                return key;
            key = await media.GetUserDelegationKeyAsync(day, day + KeyLifetime, ct);
            foreach (var old in _keys.Keys.Order().SkipLast(KeysKept - 1))
                _keys.TryRemove(old, out _);
            return _keys[day] = key;
        }
        finally
        {
            _turn.Release();
        }
    }
}

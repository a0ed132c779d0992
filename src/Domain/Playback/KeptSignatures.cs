namespace StreamPlatform.Domain.Playback;

/// <summary>A signer that signs a folder once a time bucket: a list of assets needs as many signatures as it has items, and they are the same for hours.</summary>
public sealed class KeptSignatures(IPlaybackUrlSigner signer, TimeProvider clock) : IPlaybackUrlSigner
{
    private const int Capacity = 4096;

    private readonly Bounded<(string Folder, DateTimeOffset BucketEnd), Task<SignedFolder>> _kept = new(Capacity);

    public Task<SignedFolder> SignAsync(string folder, CancellationToken ct)
    {
        var bucket = (folder, SignatureBuckets.EndFor(folder, clock.GetUtcNow()));
        return _kept.Find(bucket) ?? SignAsync(bucket, ct);
    }

    private async Task<SignedFolder> SignAsync((string Folder, DateTimeOffset BucketEnd) bucket, CancellationToken ct)
    {
        var signed = await signer.SignAsync(bucket.Folder, ct);
        _kept.Set(bucket, Task.FromResult(signed));
        return signed;
    }
}

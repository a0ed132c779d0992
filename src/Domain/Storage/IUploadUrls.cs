namespace StreamPlatform.Domain.Storage;

/// <summary>Signs the URL a creator's browser or CLI stages blocks to and commits. Nothing else can be done with it.</summary>
public interface IUploadUrls
{
    /// <summary>A create/write-only SAS URL for exactly this blob, valid until <paramref name="expiresAt"/>.</summary>
    Task<Uri> SignAsync(BlobPath path, DateTimeOffset expiresAt, CancellationToken ct);
}

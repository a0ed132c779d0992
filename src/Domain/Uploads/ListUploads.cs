using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Uploads;

/// <summary>A page of an owner's uploads, newest first.</summary>
public sealed class ListUploads(IUploadStore uploads)
{
    public Task<Page<Upload>> ExecuteAsync(string ownerId, PageRequest page, CancellationToken ct) =>
        uploads.ListAsync(ownerId, page.Cursor, page.Limit, ct);
}

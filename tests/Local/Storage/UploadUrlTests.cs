using System.Net;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Local.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class UploadUrlTests(AzuriteFixture azurite)
{
    private static readonly string Block = Convert.ToBase64String("block-000000"u8);
    private readonly BlobPath _path = new(Containers.Uploads, $"{Guid.NewGuid():N}/upload");

    private Task<Uri> SignAsync(TimeSpan lifetime) =>
        azurite.Storage.UploadUrls.SignAsync(_path, TimeProvider.System.GetUtcNow() + lifetime, default);

    [Fact]
    public async Task Blocks_are_staged_and_committed_through_the_url_and_show_only_when_committed()
    {
        var blob = new BlockBlobClient(await SignAsync(TimeSpan.FromHours(1)));
        await blob.StageBlockAsync(Block, new MemoryStream("video"u8.ToArray()));
        Assert.Null(await azurite.Storage.Blobs.FindAsync(_path, default));
        await blob.CommitBlockListAsync([Block]);
        Assert.Equal(5, (await azurite.Storage.Blobs.FindAsync(_path, default))!.Bytes);
    }

    [Fact]
    public async Task The_url_reads_lists_and_deletes_nothing_and_opens_no_other_blob()
    {
        await azurite.Storage.Blobs.WriteAsync(_path, "original"u8.ToArray(), "video/mp4", default);
        var url = await SignAsync(TimeSpan.FromHours(1));
        var blob = new BlobClient(url);
        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadContentAsync())).Status);
        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => blob.DeleteAsync())).Status);

        var other = new UriBuilder(url);
        other.Path = other.Path.Replace("/upload", "/other", StringComparison.Ordinal);
        var neighbour = new BlockBlobClient(other.Uri);
        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => neighbour.StageBlockAsync(Block, new MemoryStream(new byte[1])))).Status);
    }

    [Fact]
    public async Task An_expired_url_is_refused()
    {
        var blob = new BlockBlobClient(await SignAsync(TimeSpan.FromMinutes(-1)));
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => blob.StageBlockAsync(Block, new MemoryStream(new byte[1])));
        Assert.Equal((int)HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task With_a_public_url_the_path_and_signature_stay_and_the_host_changes()
    {
        var expires = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1);
        var direct = await azurite.Storage.UploadUrls.SignAsync(_path, expires, default);
        var seen = await azurite.StorageBehind("https://video.example:8443/").UploadUrls.SignAsync(_path, expires, default);
        Assert.Equal("https://video.example:8443", seen.GetLeftPart(UriPartial.Authority));
        Assert.Equal(direct.PathAndQuery, seen.PathAndQuery);
        Assert.StartsWith($"/devstoreaccount1/uploads/{_path.Name}", seen.AbsolutePath, StringComparison.Ordinal);
    }
}

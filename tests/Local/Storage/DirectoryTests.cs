using StreamPlatform.Domain.Storage;
using StreamPlatform.Storage;

namespace StreamPlatform.Local.Tests.Storage;

/// <summary>The account of the media container has directories, which blobs of other accounts only seem to lie in.</summary>
public sealed class DirectoryTests
{
    private readonly FakeStorage _storage = new() { Entries = ["asset/run/", "asset/run/init.mp4", "asset/run/a/", "asset/run/a/1.m4s"] };

    [Fact]
    public async Task Directories_are_not_listed_as_blobs()
    {
        var listed = new List<string>();
        await foreach (var blob in Store().ListAsync(Containers.Media, "asset/", default))
            listed.Add(blob.Name);

        Assert.Equal(["asset/run/init.mp4", "asset/run/a/1.m4s"], listed);
    }

    [Fact]
    public async Task What_is_deleted_takes_its_directories_along_innermost_first()
    {
        Assert.Equal(2, await Store().DeleteAllAsync(Containers.Media, "asset/run/", default));

        var deleted = _storage.Requests.Where(request => request.Method == "DELETE").Select(request => request.PathAndQuery).ToList();
        Assert.Equal(["/media/asset/run/a/1.m4s", "/media/asset/run/init.mp4"], deleted[..2].Order());
        Assert.Equal(["/media/asset/run/a", "/media/asset/run"], deleted[2..]);
    }

    private AzureBlobStore Store() => new(new ContainerClients(_storage.Client(), _storage.Client()));
}

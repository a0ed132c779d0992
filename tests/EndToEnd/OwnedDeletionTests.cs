using System.Net;
using StreamPlatform.EndToEnd.Tests.Faults;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>A deleted asset goes with everything it made, whatever it was doing.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class OwnedDeletionTests(OwnedPlatform owned) : IDisposable
{
    private readonly Owner _owner = Owner.Of(owned.Platform);

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task A_video_comes_back_out_of_the_trash_and_of_one_that_is_erased_nothing_of_it_is_left()
    {
        var asset = await _owner.PublishAsync(owned.Short);
        var id = asset.GetProperty("id").GetString()!;
        var hls = new Uri(asset.GetProperty("hlsUrl").GetString()!);
        var segment = await Playlists.FirstSegmentUrlAsync(hls.ToString());
        Assert.Equal(HttpStatusCode.OK, await Playlists.StatusOfAsync(segment));

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await _owner.SendAsync(HttpMethod.Delete, $"assets/{id}", ifMatch: "\"stale\"")).Status);
        Assert.Equal(HttpStatusCode.OK, await Playlists.StatusOfAsync(hls));
        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Delete, $"assets/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, await Playlists.StatusOfAsync(hls));
        Assert.Equal(HttpStatusCode.OK, (await _owner.SendAsync(HttpMethod.Post, $"assets/{id}/restore")).Status);
        Assert.Equal(HttpStatusCode.OK, await Playlists.StatusOfAsync(hls));
        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Delete, $"assets/{id}?permanent=true")).Status);
        Assert.NotEqual(HttpStatusCode.OK, await Playlists.StatusOfAsync(hls));

        await GoneAsync(id);
        Assert.Equal(HttpStatusCode.NotFound, await Playlists.StatusOfAsync(hls));
        Assert.Equal(HttpStatusCode.NotFound, await Playlists.StatusOfAsync(segment));
        Assert.Equal(HttpStatusCode.NotFound, (await _owner.SendAsync(HttpMethod.Delete, $"assets/{id}")).Status);
        var listed = await _owner.SendAsync(HttpMethod.Get, "assets?limit=100");
        Assert.DoesNotContain(id, listed.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_deleted_while_it_is_processed_is_gone_too()
    {
        var id = await _owner.UploadAsync(owned.Long);
        await _owner.BecomesAsync(id, "processing");

        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Delete, $"assets/{id}?permanent=true")).Status);

        await GoneAsync(id);
        await Eventually.HoldsAsync(
            async () => await StoredBlobs.QueuesInUseAsync(owned.Platform) is [], TimeSpan.FromMinutes(1), "no work of the deleted video waits");
    }

    private Task GoneAsync(string id) => Eventually.HoldsAsync(
        async () => (await _owner.SendAsync(HttpMethod.Get, $"assets/{id}")).Status == HttpStatusCode.NotFound
            && await StoredBlobs.NamesOfAsync(owned.Platform, id) is [],
        TimeSpan.FromMinutes(1),
        $"{id} is gone with all its blobs");
}

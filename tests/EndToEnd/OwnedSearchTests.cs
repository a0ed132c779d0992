using System.Net;
using System.Text.Json;

namespace StreamPlatform.EndToEnd.Tests;

/// <summary>An owner finds what was published by its title, moments after it was.</summary>
[Collection(OwnedPlatformCollection.Name)]
public sealed class OwnedSearchTests(OwnedPlatform owned) : IDisposable
{
    private readonly Owner _owner = Owner.Of(owned.Platform);

    public void Dispose() => _owner.Dispose();

    [Fact]
    public async Task A_video_is_found_by_the_title_it_has_and_not_while_it_is_in_the_trash_or_erased()
    {
        var id = (await _owner.PublishAsync(owned.Short)).GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await _owner.SendAsync(HttpMethod.Patch, $"assets/{id}", new { title = "Ebbe am Étang" })).Status);
        await FindsAsync("etang ebb", id);

        Assert.Equal(HttpStatusCode.OK, (await _owner.SendAsync(HttpMethod.Patch, $"assets/{id}", new { title = "Flut" })).Status);
        await FindsAsync("flut", id);
        await FindsAsync("etang", null);

        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Delete, $"assets/{id}")).Status);
        await FindsAsync("flut", null);
        Assert.Equal(HttpStatusCode.OK, (await _owner.SendAsync(HttpMethod.Post, $"assets/{id}/restore")).Status);
        await FindsAsync("flut", id);

        Assert.Equal(HttpStatusCode.Accepted, (await _owner.SendAsync(HttpMethod.Delete, $"assets/{id}?permanent=true")).Status);
        await FindsAsync("flut", null);
        await Eventually.HoldsAsync(
            async () => (await _owner.SendAsync(HttpMethod.Get, $"assets/{id}")).Status == HttpStatusCode.NotFound, TimeSpan.FromMinutes(1), "the video is gone");
    }

    [Fact]
    public async Task Anybody_finds_a_video_while_it_is_public()
    {
        var asset = await _owner.PublishAsync(owned.Short);
        var (id, playbackId) = (asset.GetProperty("id").GetString()!, asset.GetProperty("playbackIds")[0].GetProperty("id").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await _owner.SendAsync(HttpMethod.Patch, $"assets/{id}", new { title = "Sturmflut im Watt", visibility = "public" })).Status);
        await AnybodyFindsAsync("search?q=sturmfult&facets=true", playbackId);
        Assert.Equal(["Sturmflut im Watt"], (await _owner.SendAsync(HttpMethod.Get, "search/suggestions?q=stu")).Body.GetProperty("suggestions").EnumerateArray().Select(title => title.GetString()));
        Assert.Equal(HttpStatusCode.OK, (await _owner.SendAsync(HttpMethod.Get, $"playback/{playbackId}/related")).Status);

        Assert.Equal(HttpStatusCode.OK, (await _owner.SendAsync(HttpMethod.Patch, $"assets/{id}", new { visibility = "private" })).Status);
        await AnybodyFindsAsync("search?q=sturmflut", null);
        Assert.Empty((await _owner.SendAsync(HttpMethod.Get, "search/suggestions?q=stu")).Body.GetProperty("suggestions").EnumerateArray());
        await FindsAsync("sturmflut", id);
    }

    [Fact]
    public async Task A_search_that_nobody_types_is_refused()
    {
        var reply = await _owner.SendAsync(HttpMethod.Get, $"assets?q={new string('a', 201)}");
        Assert.Equal((HttpStatusCode.BadRequest, "request.query_too_long"), (reply.Status, reply.Text("code")));
    }

    private Task FindsAsync(string text, string? id) => Eventually.HoldsAsync(
        async () =>
        {
            var reply = await _owner.SendAsync(HttpMethod.Get, $"assets?q={Uri.EscapeDataString(text)}");
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            return reply.Body.GetProperty("items").EnumerateArray().Select(Id).SequenceEqual(id is null ? [] : [id]);
        },
        TimeSpan.FromMinutes(1),
        $"'{text}' finds {id ?? "nothing"}");

    private Task AnybodyFindsAsync(string path, string? playbackId) => Eventually.HoldsAsync(
        async () =>
        {
            var reply = await _owner.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            return reply.Body.GetProperty("items").EnumerateArray().Select(video => video.GetProperty("playbackId").GetString()!).SequenceEqual(playbackId is null ? [] : [playbackId]);
        },
        TimeSpan.FromMinutes(1),
        $"'{path}' finds {playbackId ?? "nothing"}");

    private static string Id(JsonElement asset) => asset.GetProperty("id").GetString()!;
}

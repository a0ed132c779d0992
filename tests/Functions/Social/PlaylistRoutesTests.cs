using StreamPlatform.Functions.Social;

namespace StreamPlatform.Functions.Tests.Social;

public sealed class PlaylistRoutesTests : IAsyncLifetime
{
    private SocialHouse _house = null!;

    public async Task InitializeAsync() => _house = await SocialHouse.OpenAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task A_playlist_is_made_filled_shown_and_deleted()
    {
        var made = await _house.CallAsync<PostPlaylist>(_house.Viewer, new { title = "Sea", visibility = "public" }, once: "key-1");
        var id = made.Text("id")!;
        Assert.Equal((201, $"/api/playlists/{id}", "0"), (made.Status, made.Headers.Location.ToString(), made.Text("itemCount")));
        Assert.Equal(id, (await _house.CallAsync<PostPlaylist>(_house.Viewer, new { title = "Sea", visibility = "public" }, once: "key-1")).Text("id"));

        var item = (await _house.CallAsync<PostPlaylistItem>(_house.Viewer, new { playbackId = _house.PlaybackId }, ids: id)).Text("id")!;
        Assert.Equal(item, (await _house.CallAsync<PostPlaylistItem>(_house.Viewer, new { playbackId = _house.PlaybackId, after = "" }, ids: id)).Text("id"));
        Assert.Equal(200, (await _house.CallAsync<PutPlaylistItemPlace>(_house.Viewer, new { after = "" }, ids: [id, item])).Status);
        var listed = Assert.Single((await _house.CallAsync<GetPlaylistItems>(null, ids: id)).Body.GetProperty("items").EnumerateArray());
        Assert.Equal((item, _house.PlaybackId), (listed.GetProperty("id").GetString(), listed.GetProperty("playbackId").GetString()));

        Assert.Equal(("1", null), ((await _house.CallAsync<GetOnePlaylist>(_house.Viewer, ids: id)).Text("itemCount"), (await _house.CallAsync<GetOnePlaylist>(null, ids: id)).Text("itemCount")));
        Assert.Single((await _house.CallAsync<GetPublicPlaylists>(null, ids: made.Text("ownerId")!)).Body.GetProperty("items").EnumerateArray());
        Assert.Single((await _house.CallAsync<GetPlaylists>(_house.Viewer)).Body.GetProperty("items").EnumerateArray());

        Assert.Equal(204, (await _house.CallAsync<DeletePlaylistItem>(_house.Viewer, ids: [id, item])).Status);
        for (var i = 0; i < 2; i++)
            Assert.Equal(204, (await _house.CallAsync<DeleteOnePlaylist>(_house.Viewer, ids: id)).Status);
        (await _house.CallAsync<GetOnePlaylist>(_house.Viewer, ids: id)).IsProblem(404, "playlist.not_found");
    }

    [Fact]
    public async Task A_playlist_is_changed_with_the_etag_that_was_read()
    {
        var id = (await _house.CallAsync<PostPlaylist>(_house.Viewer, new { title = "Sea" })).Text("id")!;
        var etag = (await _house.CallAsync<GetOnePlaylist>(_house.Viewer, ids: id)).Headers.ETag.ToString();

        var changed = await _house.CallAsync<PatchPlaylist>(_house.Viewer, new { title = "Lake" }, ifMatch: etag, ids: id);
        Assert.Equal(("Lake", "private"), (changed.Text("title"), changed.Text("visibility")));
        (await _house.CallAsync<PatchPlaylist>(_house.Viewer, new { title = "Sea" }, ifMatch: etag, ids: id)).IsProblem(412, "playlist.changed");
        (await _house.CallAsync<PostPlaylist>(_house.Viewer, new { description = "no title" })).IsProblem(400, "playlist.invalid");
        (await _house.CallAsync<GetOnePlaylist>(null, ids: id)).IsProblem(404, "playlist.not_found");
    }
}

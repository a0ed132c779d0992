using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Storage;
using StreamPlatform.Functions.Accounts.Profiles;
using StreamPlatform.Functions.Social;
using StreamPlatform.Functions.Tests.Social;
using StreamPlatform.Functions.Tests.Support;

namespace StreamPlatform.Functions.Tests.Accounts.Profiles;

/// <summary>Profiles over HTTP: one's own, and what others see.</summary>
public sealed class ProfileRoutesTests : IAsyncLifetime
{
    /// <summary>A pixel.</summary>
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private SocialHouse _house = null!;

    public async Task InitializeAsync() => _house = await SocialHouse.OpenAsync();

    public Task DisposeAsync() => _house.DisposeAsync().AsTask();

    [Fact]
    public async Task Somebody_who_said_nothing_has_defaults_and_no_public_profile()
    {
        var me = await _house.CallAsync<GetMe>(_house.Viewer);

        Assert.Equal((200, true, "system", true), (me.Status, Preference(me, "autoplay").GetBoolean(), Preference(me, "theme").GetString(), me.Body.GetProperty("privacy").GetProperty("likesPrivate").GetBoolean()));
        Assert.False(me.Headers.ContainsKey("ETag"));
        Assert.Equal((404, "profile.not_found"), Code(await _house.CallAsync<GetPerson>(null, ids: me.Body.GetProperty("id").GetString()!)));
        Assert.Equal(401, (await _house.CallAsync<GetMe>(null)).Status);
    }

    [Fact]
    public async Task What_somebody_says_of_themselves_anybody_may_read_and_their_settings_nobody()
    {
        var changed = await _house.CallAsync<PatchMe>(_house.Viewer, new { handle = "@Ada", name = "Ada", bio = "Waves.", preferences = new { theme = "dark" }, privacy = new { historyPaused = true } });
        Assert.Equal(200, changed.Status);
        Assert.Equal(("ada", "2026-03-28T15:09:26+00:00", "dark"), (changed.Body.GetProperty("handle").GetString(), changed.Body.GetProperty("handleChangeableAt").GetString(), Preference(changed, "theme").GetString()));

        foreach (var name in new[] { "ada", "@ADA", changed.Body.GetProperty("id").GetString()! })
        {
            var person = await _house.CallAsync<GetPerson>(null, ids: name);
            Assert.Equal(("Ada", "Waves."), (person.Body.GetProperty("name").GetString(), person.Body.GetProperty("bio").GetString()));
            Assert.False(person.Body.TryGetProperty("privacy", out _) || person.Body.TryGetProperty("preferences", out _));
        }

        Assert.Equal((409, "profile.handle_taken"), Code(await _house.CallAsync<PatchMe>(_house.Owner, new { handle = "ada" })));
        Assert.Equal((409, "profile.handle_too_soon"), Code(await _house.CallAsync<PatchMe>(_house.Viewer, new { handle = "countess" })));
        Assert.Equal((412, "profile.changed"), Code(await _house.CallAsync<PatchMe>(_house.Viewer, new { name = "Bob" }, ifMatch: "\"older\"")));
        Assert.Equal(200, (await _house.CallAsync<PatchMe>(_house.Viewer, new { name = "Countess" }, ifMatch: changed.Headers.ETag)).Status);
    }

    [Fact]
    public async Task A_hidden_profile_is_as_none()
    {
        var id = (await _house.CallAsync<PatchMe>(_house.Viewer, new { handle = "ada", privacy = new { hidden = true } })).Body.GetProperty("id").GetString()!;
        await _house.CallAsync<PutAvatar>(_house.Viewer, Png);

        await _house.CallAsync<PostPlaylist>(_house.Viewer, new { title = "Sea", visibility = "public" });

        Assert.Empty(Items(await _house.CallAsync<GetPublicPlaylists>(null, ids: id)));
        foreach (var name in new[] { id, "ada", "nobody-at-all" })
        {
            Assert.Equal((404, "profile.not_found"), Code(await _house.CallAsync<GetPerson>(_house.Owner, ids: name)));
            Assert.Equal((404, "profile.avatar_not_found"), Code(await _house.CallAsync<GetAvatar>(_house.Owner, ids: name)));
        }

        Assert.Equal("ada", (await _house.CallAsync<GetMe>(_house.Viewer)).Body.GetProperty("handle").GetString());
        await _house.CallAsync<PatchMe>(_house.Viewer, new { privacy = new { hidden = false } });
        Assert.Single(Items(await _house.CallAsync<GetPublicPlaylists>(null, ids: id)));
    }

    [Fact]
    public async Task An_avatar_has_an_address_that_stays_and_files_that_never_change()
    {
        var set = await _house.CallAsync<PutAvatar>(_house.Viewer, Png);
        var id = set.Body.GetProperty("id").GetString()!;

        Assert.Equal(200, set.Status);
        Assert.StartsWith($"http://localhost:7071/api/people/{id}/avatar?v=", set.Body.GetProperty("avatar").GetString(), StringComparison.Ordinal);
        foreach (var (query, side) in new[] { ("", 192), ("?size=1", 48), ("?size=60", 96), ("?size=5000", 192), ("?size=-1", 192) })
        {
            var found = await _house.CallAsync<GetAvatar>(null, query: query, ids: id);
            var name = new Uri(found.Headers.Location!).AbsolutePath["/media/".Length..];
            Assert.Equal(302, found.Status);
            Assert.EndsWith($"/{side}.png", name, StringComparison.Ordinal);
            Assert.NotNull(await _house.Playback.Blobs.FindAsync(new BlobPath(Containers.Media, name), default));
        }

        Assert.Equal(204, (await _house.CallAsync<DeleteAvatar>(_house.Viewer)).Status);
        Assert.Equal(204, (await _house.CallAsync<DeleteAvatar>(_house.Viewer)).Status);
        Assert.DoesNotContain(_house.Playback.Blobs.Paths, path => path.Name.StartsWith(AvatarPaths.PrefixOf(id), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_image_becomes_no_avatar()
    {
        Assert.Equal((422, "profile.avatar_unreadable"), Code(await _house.CallAsync<PutAvatar>(_house.Viewer, "<svg onload='alert(1)'/>")));
        Assert.Equal((413, "profile.avatar_too_large"), Code(await _house.CallAsync<PutAvatar>(_house.Viewer, new byte[Avatars.MostBytes + 1])));
    }

    [Fact]
    public async Task Who_is_named_by_their_handle_in_a_comment_is_meant_and_told()
    {
        await _house.CallAsync<PatchMe>(_house.Viewer, new { handle = "ada" });

        var comment = await _house.CallAsync<PostComment>(_house.Owner, new { text = "Look, @Ada! Not @bob." });

        var mention = Assert.Single(comment.Body.GetProperty("mentions").EnumerateArray());
        Assert.Equal((6, 4), (mention.GetProperty("start").GetInt32(), mention.GetProperty("length").GetInt32()));
        Assert.Equal("mention", Assert.Single((await _house.CallAsync<GetNotifications>(_house.Viewer)).Body.GetProperty("items").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Comments_tell_who_wrote_them_unless_they_are_hidden()
    {
        await _house.CallAsync<PatchMe>(_house.Viewer, new { handle = "ada", name = "Ada" });
        await _house.CallAsync<PutAvatar>(_house.Viewer, Png);
        var comment = await _house.CallAsync<PostComment>(_house.Viewer, new { text = "How blue." });

        var author = Assert.Single((await _house.CallAsync<GetComments>(null)).Body.GetProperty("items").EnumerateArray()).GetProperty("author");
        Assert.Equal(("ada", "Ada"), (author.GetProperty("handle").GetString(), author.GetProperty("name").GetString()));
        Assert.Contains("/avatar?v=", author.GetProperty("avatar").GetString(), StringComparison.Ordinal);
        Assert.Equal("Ada", comment.Body.GetProperty("author").GetProperty("name").GetString());

        await _house.CallAsync<PatchMe>(_house.Viewer, new { privacy = new { hidden = true } });
        Assert.False((await _house.CallAsync<GetOneComment>(null, ids: comment.Body.GetProperty("id").GetString()!)).Body.TryGetProperty("author", out _));
    }

    [Fact]
    public async Task What_somebody_likes_and_subscribes_to_others_see_if_they_let_them()
    {
        var id = (await _house.CallAsync<PatchMe>(_house.Viewer, new { handle = "ada" })).Body.GetProperty("id").GetString()!;
        var channel = (await _house.Playback.Get<Channels>().OfAsync(_house.Asset, default)).Id;
        await _house.CallAsync<PutReaction>(_house.Viewer, new { kind = "like" });
        await _house.CallAsync<PutSubscription>(_house.Viewer, new { }, ids: channel);
        Assert.Equal(_house.PlaybackId, Assert.Single(Items(await _house.CallAsync<GetLikes>(_house.Viewer))).GetProperty("playbackId").GetString());
        Assert.Equal((404, "profile.not_found"), Code(await _house.CallAsync<GetPersonLikes>(_house.Owner, ids: id)));
        Assert.Equal((404, "profile.not_found"), Code(await _house.CallAsync<GetPersonSubscriptions>(_house.Owner, ids: id)));

        await _house.CallAsync<PatchMe>(_house.Viewer, new { privacy = new { likesPrivate = false, subscriptionsPrivate = false } });
        Assert.Equal(_house.PlaybackId, Assert.Single(Items(await _house.CallAsync<GetPersonLikes>(null, ids: "@ada"))).GetProperty("playbackId").GetString());
        Assert.Equal(channel, Assert.Single(Items(await _house.CallAsync<GetPersonSubscriptions>(null, ids: "@ada"))).GetProperty("channelId").GetString());
        await _house.Playback.Get<Assets>().UpdateAsync(_house.Asset.Id, asset => asset with { Visibility = Visibility.Private }, default);
        Assert.Empty(Items(await _house.CallAsync<GetPersonLikes>(null, ids: "@ada")));
        Assert.Single(Items(await _house.CallAsync<GetPersonLikes>(_house.Owner, ids: "@ada")));
        await _house.CallAsync<PutReaction>(_house.Owner, new { kind = "dislike" });
        Assert.Empty(Items(await _house.CallAsync<GetLikes>(_house.Owner)));

        await _house.CallAsync<PatchMe>(_house.Viewer, new { privacy = new { hidden = true } });
        Assert.Equal((404, "profile.not_found"), Code(await _house.CallAsync<GetPersonLikes>(null, ids: id)));
    }

    private static IEnumerable<JsonElement> Items(Answer answer) => answer.Body.GetProperty("items").EnumerateArray();

    private static JsonElement Preference(Answer answer, string name) => answer.Body.GetProperty("preferences").GetProperty(name);

    private static (int, string?) Code(Answer answer) => (answer.Status, answer.Body.GetProperty("code").GetString());
}

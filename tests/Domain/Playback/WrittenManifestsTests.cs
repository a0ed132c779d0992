using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Domain.Tests.Playback;

public sealed class WrittenManifestsTests
{
    private static readonly Asset Film = new()
    {
        Id = AssetIds.New(), OwnerId = OpaqueId.New("user"), Title = "Film", State = AssetState.Ready, CreatedAt = default, UpdatedAt = default,
        PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)],
    };

    private readonly WrittenManifests _written = new();
    private int _writes;

    [Fact]
    public void The_same_manifest_of_the_same_document_is_written_once()
    {
        Assert.Equal(Write("v1"), Write("v1"));
        Assert.NotEqual(Write("v1"), Write("v1", manifest: "dash"));
        Assert.NotEqual(Write("v1"), Write("v2"));
        Assert.Equal(3, _writes);
    }

    [Fact]
    public void What_grows_or_has_a_viewers_token_in_it_is_written_each_time()
    {
        Assert.NotEqual(Write("v1", complete: false), Write("v1", complete: false));
        Assert.NotEqual(Write("v1", token: "t1"), Write("v1", token: "t2"));
        Assert.NotEqual(Write("v1", token: "t1"), Write("v1"));
    }

    [Fact]
    public void A_manifest_that_there_is_not_may_be_there_later()
    {
        Assert.Null(_written.Write(Grant("v1", null), Presented(true), "chapters", null, () => null));
        Assert.NotNull(_written.Write(Grant("v1", null), Presented(true), "chapters", null, () => "WEBVTT"));
    }

    private byte[]? Write(string etag, string manifest = "hls", bool complete = true, string? token = null) =>
        _written.Write(Grant(etag, token), Presented(complete), manifest, null, () => $"#EXTM3U {++_writes}");

    private static PlaybackGrant Grant(string etag, string? token) => new(Film, etag, Film.PlaybackIds[0], false, token);

    private static Presentation Presented(bool complete) =>
        new() { AssetId = Film.Id, RunId = "1-a", Complete = complete, DurationSeconds = 1, TargetSegmentSeconds = 6, Video = [], Audio = [] };
}

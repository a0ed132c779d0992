using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;

namespace StreamPlatform.Domain.Tests.Catalog;

/// <summary>The table of docs/visibility.md.</summary>
public sealed class AudiencesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    [Theory]
    [InlineData(Visibility.Public, true, true, true)]
    [InlineData(Visibility.Unlisted, true, true, false)]
    [InlineData(Visibility.Private, false, false, false)]
    [InlineData(Visibility.Members, false, true, false)]
    [InlineData(Visibility.Premium, false, true, false)]
    [InlineData(Visibility.Scheduled, false, false, false)]
    public void Each_visibility_shows_an_asset_to_its_audience(Visibility visibility, bool anyone, bool entitled, bool listed)
    {
        var asset = Published() with { Visibility = visibility, PublishAt = Now.AddTicks(1) };

        Assert.Equal(anyone, Audiences.MaySee(asset, null, Now, entitled: false));
        Assert.Equal(anyone, Audiences.MaySee(asset, "user_other", Now, entitled: false));
        Assert.Equal(entitled, Audiences.MaySee(asset, "user_other", Now, entitled: true));
        Assert.True(Audiences.MaySee(asset, "user_owner", Now, entitled: false));
        Assert.Equal(listed, Audiences.IsListed(asset, Now));
    }

    [Fact]
    public void A_scheduled_asset_is_public_from_its_moment_on()
    {
        var asset = Published() with { Visibility = Visibility.Scheduled, PublishAt = Now };

        Assert.False(Audiences.IsListed(asset, Now.AddTicks(-1)));
        Assert.True(Audiences.IsListed(asset, Now));
        Assert.True(Audiences.MaySee(asset, null, Now, entitled: false));
    }

    [Fact]
    public void What_is_not_published_or_plays_with_tokens_only_is_its_owners_alone()
    {
        var growing = Published() with { PublishedRunId = null };
        var signed = Published() with { PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Signed)] };

        Assert.All(new[] { growing, signed }, asset =>
        {
            Assert.False(Audiences.IsListed(asset, Now));
            Assert.False(Audiences.MaySee(asset, "user_other", Now, entitled: true));
            Assert.True(Audiences.MaySee(asset, "user_owner", Now, entitled: false));
        });
    }

    [Theory]
    [InlineData(Visibility.Public)]
    [InlineData(Visibility.Unlisted)]
    [InlineData(Visibility.Members)]
    public void What_moderators_took_down_is_its_owners_alone_until_they_lift_it(Visibility visibility)
    {
        var mark = new TakedownMark(Now, TakedownReason.Hate, null, "user_moderator");
        var asset = Published() with { Visibility = visibility, Takedown = mark };

        Assert.False(Audiences.IsListed(asset, Now));
        Assert.False(Audiences.MaySee(asset, "user_other", Now, entitled: true));
        Assert.True(Audiences.MaySee(asset, "user_owner", Now, entitled: false));
        Assert.True(Audiences.MaySee(asset with { Takedown = mark with { LiftedAt = Now } }, "user_other", Now, entitled: true));
    }

    [Theory]
    [InlineData(AssetState.Deleting)]
    [InlineData(AssetState.Deleted)]
    public void What_is_deleted_is_nobodys(AssetState state)
    {
        var asset = Published() with { State = state };

        Assert.False(Audiences.MaySee(asset, "user_owner", Now, entitled: true));
        Assert.False(Audiences.IsListed(asset, Now));
    }

    private static Asset Published() => new()
    {
        Id = "asset_1",
        OwnerId = "user_owner",
        Title = "The sea",
        State = AssetState.Ready,
        CreatedAt = Now,
        UpdatedAt = Now,
        PublishedRunId = "1-0123",
        PlaybackIds = [AssetIds.NewPlaybackId(PlaybackPolicy.Public)],
        Visibility = Visibility.Public,
    };
}

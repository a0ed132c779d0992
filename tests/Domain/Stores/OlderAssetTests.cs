using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Viewing;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Tests.Stores;

/// <summary>Assets as older releases wrote them.</summary>
public sealed class OlderAssetTests
{
    /// <summary>Before there was a visibility.</summary>
    private const string First =
        """
        {"schemaVersion":1,"id":"asset_0123456789abcdefghjkmnpqrs","ownerId":"user_1","title":"The sea","state":"ready",
        "createdAt":"2026-03-14T15:09:26+00:00","updatedAt":"2026-03-14T15:19:26+00:00",
        "playbackIds":[{"id":"play_0123456789abcdefghjkmnpqrs","policy":"public"}],"generation":1,"runId":"1-0123","publishedRunId":"1-0123",
        "revision":1,"superseded":[],"durationSeconds":8,"textTracks":[],"renditions":[],"warnings":[],"readyAt":"2026-03-14T15:19:26+00:00"}
        """;

    [Fact]
    public void What_played_for_whoever_had_the_address_still_does_and_is_found_by_nobody()
    {
        var asset = Documents.Assets.Read(First);

        Assert.Equal((Asset.CurrentSchemaVersion, "The sea", Visibility.Unlisted, null), (asset.SchemaVersion, asset.Title, asset.Visibility, asset.PublishAt));
        Assert.Equal(AssetMetadata.None, asset.Metadata);
        Assert.True(Audiences.MaySee(asset, null, asset.UpdatedAt, entitled: false));
        Assert.False(Audiences.IsListed(asset, asset.UpdatedAt));
    }

    [Fact]
    public void What_this_release_writes_it_reads_the_same()
    {
        var asset = Documents.Assets.Read(First) with
        {
            Visibility = Visibility.Scheduled,
            PublishAt = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero),
            Metadata = new AssetMetadata { Description = "Waves", Category = VideoCategory.Music, Location = new AssetLocation("Nazaré", 39.6, -9.07), Licence = Licence.Cc0 },
        };

        var read = Documents.Assets.Read(Document<Asset>.Write(asset));

        Assert.Equal((asset.Visibility, asset.PublishAt, asset.Metadata with { Tags = read.Metadata.Tags }), (read.Visibility, read.PublishAt, read.Metadata));
    }
}

using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Viewing;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>What anybody may find of a video. There is one of public, published videos alone; of all others there is none.</summary>
public sealed record PublicVideo
{
    public required string AssetId { get; init; }
    public required string Title { get; init; }
    public string Description { get; init; } = "";
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>A <see cref="Catalog.Metadata.VideoCategory"/> as JSON has it.</summary>
    public string? Category { get; init; }

    /// <summary>Of what is spoken (BCP 47); null when it is not known.</summary>
    public string? Language { get; init; }

    public required string ChannelId { get; init; }
    public string ChannelName { get; init; } = "";
    public double DurationSeconds { get; init; }

    /// <summary>Lines of the largest rendition as names count them: its shorter side, so that upright videos count alike; 0 of sound alone.</summary>
    public int Lines { get; init; }

    /// <summary>Languages of captions and subtitles (BCP 47).</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];

    public bool IsLive { get; init; }
    /// <summary>When its schedule made it public, or else when it was uploaded: a reprocess makes it no newer.</summary>
    public required DateTimeOffset PublishedAt { get; init; }
    public long Views { get; init; }
    public long Likes { get; init; }
    public long Dislikes { get; init; }

    /// <summary>
    /// 0 to 1: the share of likes that a video with these marks deserves at least (Wilson's lower bound, 95 %), so that one like
    /// isn't better than a thousand with a few dislikes.
    /// </summary>
    public double Rating
    {
        get
        {
            var marks = (double)(Likes + Dislikes);
            if (marks == 0)
            {
                return 0;
            }

            const double Z = 1.96;
            var (share, z2) = (Likes / marks, Z * Z);
            return (share + (z2 / (2 * marks)) - (Z * Math.Sqrt(((share * (1 - share)) + (z2 / (4 * marks))) / marks))) / (1 + (z2 / marks));
        }
    }

    /// <summary>Null of an asset that not everybody may find: this is the one gate to the public index.</summary>
    public static PublicVideo? Of(Asset asset, DateTimeOffset now) => Audiences.IsListed(asset, now) ? Describe(asset) : null;

    /// <summary>What would be found of it, whoever may find it: never put this into an index.</summary>
    internal static PublicVideo Describe(Asset asset) => new()
    {
        AssetId = asset.Id,
        Title = asset.Title,
        Description = asset.Metadata.Description ?? "",
        Tags = asset.Metadata.Tags,
        Category = asset.Metadata.Category is { } category ? JsonNamingPolicy.CamelCase.ConvertName(category.ToString()) : null,
        Language = asset.Metadata.Language,
        ChannelId = asset.OwnerId,
        DurationSeconds = asset.DurationSeconds ?? 0,
        Lines = asset.Renditions.Select(rendition => Math.Min(rendition.Width, rendition.Height)).DefaultIfEmpty(0).Max(),
        Captions = [.. asset.TextTracks.Select(track => track.Language).Distinct(StringComparer.Ordinal)],
        PublishedAt = PublishedAtOf(asset),
    };

    /// <inheritdoc cref="PublishedAt"/>
    public static DateTimeOffset PublishedAtOf(Asset asset) => asset.PublishAt ?? asset.CreatedAt;
}

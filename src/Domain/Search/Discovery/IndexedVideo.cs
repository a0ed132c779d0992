using System.Text.Json;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;

namespace StreamPlatform.Domain.Search.Discovery;

/// <summary>What anybody may find of a video. There is one of public, published videos alone; of all others there is none.</summary>
public sealed record IndexedVideo
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

    /// <summary>Since when anybody may find it.</summary>
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

    /// <summary>What the asset itself says, whoever may find it: <see cref="DescribeVideo"/> is what an index may be told.</summary>
    internal static IndexedVideo Of(Asset asset) => new()
    {
        AssetId = asset.Id,
        Title = asset.Title,
        Description = asset.Metadata.Description ?? "",
        Tags = asset.Metadata.Tags,
        Category = asset.Metadata.Category is { } category ? JsonNamingPolicy.CamelCase.ConvertName(category.ToString()) : null,
        Language = asset.Metadata.Language,
        ChannelId = asset.ChannelId ?? Channel.DefaultIdOf(asset.OwnerId),
        DurationSeconds = asset.DurationSeconds ?? 0,
        Lines = asset.Renditions.Select(rendition => Math.Min(rendition.Width, rendition.Height)).DefaultIfEmpty(0).Max(),
        Captions = [.. asset.TextTracks.Select(track => track.Language).Distinct(StringComparer.Ordinal)],
        PublishedAt = asset.UpdatedAt,
    };
}

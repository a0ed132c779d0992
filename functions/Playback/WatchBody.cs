using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Playback;

namespace StreamPlatform.Functions.Playback;

/// <summary>What a watch page needs. URLs of manifests are paths on this host; those of pictures are signed and absolute.</summary>
public sealed record WatchBody
{
    public required string PlaybackId { get; init; }
    public required string Title { get; init; }
    public required AssetState Status { get; init; }
    public required Visibility Visibility { get; init; }

    /// <summary>As its owner wrote it: plain text, to be escaped.</summary>
    public string? Description { get; init; }

    public VideoCategory? Category { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The language that is mainly spoken (BCP 47).</summary>
    public string? Language { get; init; }

    public AssetLocation? Location { get; init; }
    public required Licence Licence { get; init; }
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>0 while the first revision is still being made.</summary>
    public required int Revision { get; init; }

    /// <summary>True while segments are still being added to what <see cref="HlsUrl"/> gives.</summary>
    public required bool Growing { get; init; }

    public double? DurationSeconds { get; init; }
    public string? HlsUrl { get; init; }
    public string? DashUrl { get; init; }
    public string? PosterUrl { get; init; }
    public required IReadOnlyList<string> Thumbnails { get; init; }

    /// <summary>In order; empty when there are none.</summary>
    public required IReadOnlyList<Chapter> Chapters { get; init; }

    /// <summary>WebVTT of thumbnails for the seek bar, a path on this host.</summary>
    public string? StoryboardUrl { get; init; }

    /// <summary>A few seconds that move, muted: MP4.</summary>
    public string? PreviewVideoUrl { get; init; }

    /// <summary>The same as animated WebP.</summary>
    public string? PreviewImageUrl { get; init; }

    /// <summary>How loud it is where (JSON), of what is only heard.</summary>
    public string? WaveformUrl { get; init; }

    /// <summary>Null of what is no clip, and when not everybody may watch what it was cut from.</summary>
    public ClipSourceBody? ClipOf { get; init; }

    /// <summary>How often it was viewed: whoever watched 30 seconds, or half of what is shorter than a minute. An hour or so behind.</summary>
    public required long Views { get; init; }

    public required long Likes { get; init; }

    /// <summary>For its owner alone.</summary>
    public long? Dislikes { get; init; }

    /// <summary>What is said of it, replies too; absent where nothing is to be said.</summary>
    public long? Comments { get; init; }

    public AssetFailure? Failure { get; init; }
}

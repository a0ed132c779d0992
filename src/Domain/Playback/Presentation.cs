using System.Text.Json.Serialization;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Playback;

/// <summary>
/// What a player can play: the model both HLS and DASH manifests are written from. Published ones are stored beside
/// their segments and never change; growing ones are derived from the running items.
/// </summary>
public sealed record Presentation
{
    public int Version { get; init; } = 1;
    public required string AssetId { get; init; }
    public required string RunId { get; init; }

    /// <summary>False while segments are still being added.</summary>
    public required bool Complete { get; init; }

    /// <summary>Seconds; of what is listed so far while growing.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>Longest segment that will be listed, seconds; EXT-X-TARGETDURATION is this rounded.</summary>
    public required double TargetSegmentSeconds { get; init; }

    /// <summary>Largest first; empty for audio only.</summary>
    public required IReadOnlyList<PresentedVideo> Video { get; init; }

    public required IReadOnlyList<PresentedAudio> Audio { get; init; }

    /// <summary>Text tracks, in the order in which they are listed.</summary>
    public IReadOnlyList<PresentedText> Text { get; init; } = [];

    /// <summary>In order; empty when there are none.</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];

    /// <summary>Key frames for trick play, largest first; only of complete presentations.</summary>
    public IReadOnlyList<PresentedKeyFrames> KeyFrames { get; init; } = [];

    /// <summary>Blob names (media container) of the thumbnails, in time order.</summary>
    public IReadOnlyList<string> Thumbnails { get; init; } = [];

    /// <summary>Blob name of the poster; null when there is none.</summary>
    public string? Poster { get; init; }

    /// <summary>Null when there is none.</summary>
    public PresentedStoryboard? Storyboard { get; init; }

    /// <summary>Null when there is none.</summary>
    public PresentedPreview? Preview { get; init; }

    /// <summary>Blob name of how loud it is where (JSON in audiowaveform's format), of what is only heard; null when there is none.</summary>
    public string? Waveform { get; init; }

    /// <summary>One blob of each track and picture: all blobs of a track lie in one folder.</summary>
    public IEnumerable<string> Blobs() =>
    [
        .. Video.Concat<PresentedTrack>(Audio).Where(track => track.Segments.Count > 0).Select(track => track.Segments[0].Name),
        .. Text.Select(text => text.BlobName),
        .. KeyFrames.Select(keys => keys.InitName),
        .. Thumbnails,
        .. Storyboard?.Sheets ?? [],
        .. new[] { Poster, Preview?.Video, Preview?.Image, Waveform }.OfType<string>(),
    ];

    /// <summary>All of them by name.</summary>
    [JsonIgnore]
    public AssetPictures Pictures => new(Poster, Thumbnails, Storyboard is not null, Preview?.Video, Preview?.Image, Waveform);
}

using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Recommendations;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Functions.Search;

/// <summary>A video in a list for viewers.</summary>
public sealed record VideoCardBody
{
    public required string PlaybackId { get; init; }
    public required string Title { get; init; }
    public required FoundChannelBody Channel { get; init; }
    public double? DurationSeconds { get; init; }

    /// <summary>Absolute, and the same for ever; null when there is no picture.</summary>
    public string? PosterUrl { get; init; }

    /// <summary>Since when anybody may find it.</summary>
    public required DateTimeOffset PublishedAt { get; init; }
    public VideoCategory? Category { get; init; }
    public string? Language { get; init; }

    /// <summary>How often it was viewed, an hour or so behind; only of what trends and on the first page.</summary>
    public long? Views { get; init; }

    /// <summary>What it is recommended for; only on the first page.</summary>
    public PickReason? Why { get; init; }

    /// <summary>Where in the title the words are that were looked for; only in searches.</summary>
    public IReadOnlyList<TextMark>? TitleMarks { get; init; }

    /// <summary>The part of the description that has these words; only in searches, null when none has.</summary>
    public MarkedText? Description { get; init; }
}

/// <summary>Who published it.</summary>
/// <param name="Name">Empty of a channel that was given none.</param>
public sealed record FoundChannelBody(string Id, string Name);

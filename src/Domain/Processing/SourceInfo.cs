using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Processing;

/// <summary>What the prober found in an original: facts the planner decides from. Sizes are after rotation, in square pixels.</summary>
public sealed record SourceInfo
{
    /// <summary>Demuxer name, such as <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</summary>
    public required string Container { get; init; }

    /// <summary>Seconds, as measured where the container's claim can't be trusted.</summary>
    public required double DurationSeconds { get; init; }

    public required long Bytes { get; init; }

    /// <summary>
    /// Seconds of the original before the part that is used (<see cref="Profiles.TrimChoice"/>). All other times here are
    /// those of the part, and frames and bytes its share: it begins at 0 and is all there is.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double TrimmedSeconds { get; init; }

    /// <summary>
    /// Its clock jumps (a transport stream that was cut and joined, or lost signal): durations are those of what is
    /// left when the jumps are taken out, and every use must take them out the same way.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ClockJumps { get; init; }

    public VideoTrack? Video { get; init; }
    public IReadOnlyList<AudioTrack> Audio { get; init; } = [];

    /// <summary>Subtitle tracks that can be made WebVTT; null when there are none.</summary>
    public IReadOnlyList<TextTrack>? Text { get; init; }

    /// <summary>In order; null when there are none.</summary>
    public IReadOnlyList<SourceChapter>? Chapters { get; init; }

    /// <summary>Things noticed that the creator should hear of, in the failure-code vocabulary.</summary>
    public IReadOnlyList<Catalog.AssetFailure> Warnings { get; init; } = [];

    /// <summary>Where a moment of what is made is in the original, seconds from its start: whatever reads the original asks here.</summary>
    public double InOriginal(double seconds) => TrimmedSeconds + seconds;
}

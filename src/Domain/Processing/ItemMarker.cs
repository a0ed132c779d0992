using System.Text.Json.Serialization;

namespace StreamPlatform.Domain.Processing;

/// <summary>The end of an item: written once, to <see cref="RunPaths.Marker"/>. The first one written wins.</summary>
public sealed record ItemMarker
{
    public int Version { get; init; } = 1;
    public required string ItemId { get; init; }

    /// <summary>Null when the item is done; else why it failed.</summary>
    public Catalog.AssetFailure? Failure { get; init; }

    public IReadOnlyList<RenditionOutput> Outputs { get; init; } = [];

    /// <summary>Names of pictures written (<see cref="RunPaths.Picture"/>).</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>Text tracks written (<see cref="RunPaths.Text"/>).</summary>
    public IReadOnlyList<TextOutput> Texts { get; init; } = [];

    /// <summary>What of a done item could not be made, for the creator.</summary>
    public IReadOnlyList<Catalog.AssetFailure> Warnings { get; init; } = [];

    /// <summary>What a <see cref="WorkItemKind.Measure"/> item found.</summary>
    public IReadOnlyList<RungMeasurement> Measurements { get; init; } = [];

    /// <summary>What a look at the original found (<see cref="WorkItem.ProbeItem"/>); null of any other item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceInfo? Source { get; init; }

    public DateTimeOffset? FirstSegmentAt { get; init; }

    /// <summary>Places of the source that could not be decoded and were concealed or skipped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long DecodeErrors { get; init; }

    /// <summary>The job's span (W3C <c>traceparent</c>), for the event of this blob, which carries none; null when nobody records.</summary>
    public string? TraceParent { get; init; }

    /// <summary>How long the job of a done item worked on it, and how much of the title it is about; null where that says nothing.</summary>
    public double? WorkedSeconds { get; init; }

    /// <inheritdoc cref="WorkedSeconds"/>
    public double? TitleSeconds { get; init; }

    /// <summary>Processor seconds the job and its children used, where the system tells; informative.</summary>
    public double CpuSeconds { get; init; }
}

/// <summary>A text track as it was written; one without a cue is not.</summary>
/// <param name="Rendition">Name in the plan.</param>
public sealed record TextOutput(string Rendition, int Cues, int Bytes);

using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Restrictions;

namespace StreamPlatform.Domain.Catalog;

/// <summary>
/// A video (or audio) a creator owns, through every state of its life. One document, partitioned by its id; writers use
/// its ETag. <see cref="SchemaVersion"/> changes only together with an upcaster.
/// </summary>
public sealed record Asset
{
    public const int CurrentSchemaVersion = 2;

    /// <summary>What plays for whoever has the address at once, and is found only once its owner says so.</summary>
    public const Visibility DefaultVisibility = Visibility.Unlisted;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required string Id { get; init; }
    public required string OwnerId { get; init; }
    public required string Title { get; init; }
    public required AssetState State { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    /// <summary>How often it went to another account.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public int Moves { get; init; }

    /// <summary>The channel it is shown under once it is public; null for its owner's default.</summary>
    public string? ChannelId { get; init; }

    public IReadOnlyList<PlaybackId> PlaybackIds { get; init; } = [];

    /// <summary>Who may see it; who may play it by which playback ID says that ID's policy besides.</summary>
    public Visibility Visibility { get; init; } = DefaultVisibility;

    /// <summary>When it was, or will be, made public by schedule; null of what was made public by hand, or not at all.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Where it plays; null for everywhere.</summary>
    public ViewingRestrictions? Restrictions { get; init; }

    public AssetMetadata Metadata { get; init; } = AssetMetadata.None;

    /// <summary>The original being processed or played from; null until an upload is committed.</summary>
    public SourceFile? Source { get; init; }

    /// <summary>How the original is encoded the next time it is processed; null for the platform's default.</summary>
    public Processing.Profiles.EncodingChoice? Encoding { get; init; }

    /// <summary>What becomes of it when its owner has another of the same content.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public Processing.Duplicates.DuplicateChoice OnDuplicate { get; init; }

    /// <summary>How often processing was started: 1 for the first upload, one more for each reprocess or replaced source.</summary>
    public int Generation { get; init; }

    /// <summary>The workflow instance of the current generation.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>The run in progress (<c>{generation}-{plan hash}</c>): where its blobs live. Null until it is planned.</summary>
    public string? RunId { get; init; }

    /// <summary>The run whose revision is published; stays while a newer run is in progress.</summary>
    public string? PublishedRunId { get; init; }

    /// <summary>Earlier runs that the published revision also takes blobs from, since it extends theirs; null when it stands alone.</summary>
    public IReadOnlyList<string>? BaseRunIds { get; init; }

    /// <summary>The latest run that adds renditions to a published revision; null when there was none.</summary>
    public Processing.Extensions.RevisionExtension? Extension { get; init; }

    /// <summary>Better encodes that it got for its popularity; null when there were none.</summary>
    public IReadOnlyList<Processing.Economy.TakenStep>? EconomySteps { get; init; }

    /// <summary>Where it was cut from; null of what was uploaded.</summary>
    public ClipOrigin? ClipOf { get; init; }

    /// <summary>Null of sound alone, and of assets that were processed by releases that did not note it.</summary>
    public SourcePicture? SourcePicture { get; init; }

    /// <summary>Rises by one with every publication; 0 before the first.</summary>
    public int Revision { get; init; }

    /// <summary>Earlier revisions that players may still hold; each goes with its run, some time after it was superseded.</summary>
    public IReadOnlyList<SupersededRevision> Superseded { get; init; } = [];

    /// <summary>Seconds of playback, of the published revision or, before it, as probed.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Text tracks the owner uploaded, which all revisions have.</summary>
    public IReadOnlyList<Tracks.UploadedTrack> TextTracks { get; init; } = [];

    /// <summary>Chapters the owner gave; null for the source's.</summary>
    public IReadOnlyList<Tracks.AssetChapter>? Chapters { get; init; }

    /// <summary>Null unless its media is in the archive, on its way there or back: then nobody plays it.</summary>
    public ArchiveMark? Archived { get; init; }

    /// <summary>Null unless it is in the trash: then nobody plays or finds it, and its owner can do nothing with it but restore or erase it.</summary>
    public TrashMark? Trashed { get; init; }

    /// <summary>Null of what no moderator ever took down.</summary>
    public TakedownMark? Takedown { get; init; }

    /// <summary>Moderators took it down: nobody plays or finds it, whatever its visibility, and its owner can do nothing with it but look at it, appeal and delete it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsTakenDown => Takedown is { LiftedAt: null };

    public IReadOnlyList<AssetRendition> Renditions { get; init; } = [];

    /// <summary>Of the published revision; null when there are none.</summary>
    public AssetPictures? Pictures { get; init; }

    /// <summary>What the owner is asked; null unless the asset waits for the answer.</summary>
    public Processing.CostQuestion? Question { get; init; }

    /// <summary>The owner's latest yes; null when there was none.</summary>
    public CostApproval? Approval { get; init; }

    public AssetFailure? Failure { get; init; }

    /// <summary>Things the owner should know that did not stop the asset.</summary>
    public IReadOnlyList<AssetFailure> Warnings { get; init; } = [];

    /// <summary>When the original's block list was committed (storage's clock).</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>When the first segment was listed.</summary>
    public DateTimeOffset? FirstPlayableAt { get; init; }

    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>A run of it is under way, or waits.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsInProgress => State is AssetState.Probing or AssetState.AwaitingApproval or AssetState.Processing;
}

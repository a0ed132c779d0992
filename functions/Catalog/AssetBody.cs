using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Metadata;
using StreamPlatform.Domain.Catalog.Restrictions;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Functions.Catalog;

/// <summary>An asset as its owner sees it over the API.</summary>
public sealed record AssetBody
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required AssetState Status { get; init; }

    /// <summary>Who may see it once it is published.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>When it will be, or was, made public by schedule.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Where it plays; absent when it plays everywhere.</summary>
    public ViewingRestrictions? Restrictions { get; init; }

    /// <summary>The channel it is assigned to; absent for the owner's default.</summary>
    public string? ChannelId { get; init; }

    public string? Description { get; init; }
    public VideoCategory? Category { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The language that is mainly spoken (BCP 47).</summary>
    public string? Language { get; init; }

    public AssetLocation? Location { get; init; }
    public required Licence Licence { get; init; }
    public DateTimeOffset? RecordedAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public double? DurationSeconds { get; init; }
    public required int Revision { get; init; }
    public required IReadOnlyList<PlaybackId> PlaybackIds { get; init; }
    public required IReadOnlyList<AssetRendition> Renditions { get; init; }
    public required IReadOnlyList<TrackBody> Tracks { get; init; }
    public IReadOnlyList<ChapterBody>? Chapters { get; init; }

    /// <summary>What its owner is asked before it is made; only while it waits for the answer.</summary>
    public CostQuestion? Question { get; init; }

    public AssetFailure? Failure { get; init; }
    public required IReadOnlyList<AssetFailure> Warnings { get; init; }
    public DateTimeOffset? UploadedAt { get; init; }
    public DateTimeOffset? FirstPlayableAt { get; init; }
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>Since when it is in the trash; absent when it isn't there.</summary>
    public DateTimeOffset? TrashedAt { get; init; }

    /// <summary>When it is erased for good, unless it is restored.</summary>
    public DateTimeOffset? EraseAt { get; init; }

    /// <summary>That moderators took it down: then nobody plays or finds it.</summary>
    public OwnTakedownBody? Takedown { get; init; }

    public required bool Playable { get; init; }
    public string? WatchUrl { get; init; }
    public string? HlsUrl { get; init; }
    public string? DashUrl { get; init; }
    public string? PreviewToken { get; init; }

    /// <summary>Where it was cut from; null of what was uploaded.</summary>
    public ClipOrigin? ClipOf { get; init; }

    /// <summary>Where each published rendition is asked for as a file; empty before.</summary>
    public required IReadOnlyList<DownloadLink> Downloads { get; init; }

    /// <summary>Of the published revision; signed URLs.</summary>
    public required PictureLinks Pictures { get; init; }

    /// <summary>The fields that are found out of the links: looking at what grows, and signing.</summary>
    internal static readonly string[] OfLinks = [nameof(FirstPlayableAt), nameof(Playable), nameof(WatchUrl), nameof(HlsUrl), nameof(DashUrl), nameof(PreviewToken), nameof(Pictures)];

    public static AssetBody From(Asset asset, PlaybackLinks links) => new()
    {
        Id = asset.Id,
        Title = asset.Title,
        Status = asset.State,
        Visibility = asset.Visibility,
        PublishAt = asset.PublishAt,
        ChannelId = asset.ChannelId,
        Restrictions = asset.Restrictions,
        Description = asset.Metadata.Description,
        Category = asset.Metadata.Category,
        Tags = asset.Metadata.Tags,
        Language = asset.Metadata.Language,
        Location = asset.Metadata.Location,
        Licence = asset.Metadata.Licence,
        RecordedAt = asset.Metadata.RecordedAt,
        CreatedAt = asset.CreatedAt,
        UpdatedAt = asset.UpdatedAt,
        DurationSeconds = asset.DurationSeconds,
        Revision = asset.Revision,
        PlaybackIds = asset.PlaybackIds,
        Renditions = asset.Renditions,
        Tracks = [.. asset.TextTracks.Select(TrackBody.From)],
        Chapters = asset.Chapters is null ? null : [.. asset.Chapters.Select(chapter => new ChapterBody(chapter.StartSeconds, chapter.Title))],
        Question = asset.State == AssetState.AwaitingApproval ? asset.Question : null,
        Failure = asset.Failure,
        Warnings = asset.Warnings,
        UploadedAt = asset.UploadedAt,
        FirstPlayableAt = asset.FirstPlayableAt ?? links.FirstPlayableAt,
        ReadyAt = asset.ReadyAt,
        TrashedAt = asset.Trashed?.At,
        EraseAt = asset.Trashed?.EraseAt,
        Takedown = asset is { IsTakenDown: true, Takedown: { } mark } ? new OwnTakedownBody(mark.At, mark.Reason, mark.Note, mark.AppealedAt) : null,
        Playable = links.Playable,
        WatchUrl = links.WatchUrl,
        HlsUrl = links.HlsUrl,
        DashUrl = links.DashUrl,
        PreviewToken = links.PreviewToken,
        ClipOf = asset.ClipOf,
        Downloads = asset.PublishedRunId is null ? [] : [.. asset.Renditions.Select(rendition => new DownloadLink(rendition.Name, $"/api/assets/{asset.Id}/downloads/{rendition.Name}"))],
        Pictures = links.Pictures,
    };
}

/// <summary>Why an asset was taken down, as its owner sees it.</summary>
/// <param name="Note">What the moderators add to it.</param>
/// <param name="AppealedAt">When its owner asked for another look; absent while they still can, by <c>POST /assets/{assetId}/appeal</c>.</param>
public sealed record OwnTakedownBody(DateTimeOffset At, TakedownReason Reason, string? Note, DateTimeOffset? AppealedAt);

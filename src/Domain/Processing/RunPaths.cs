using StreamPlatform.Domain.Storage;

namespace StreamPlatform.Domain.Processing;

/// <summary>Every path a processing run writes to. Deterministic: no attempt number, no clock.</summary>
public sealed record RunPaths(string AssetId, string RunId)
{
    /// <summary>Prefix of everything the run keeps in the media, work and markers containers; ends in <c>/</c>.</summary>
    public string Prefix => $"{AssetId}/{RunId}/";

    public BlobPath Plan => new(Containers.Work, $"{Prefix}plan.json");

    /// <summary>What of a published video is copied to be a clip (<see cref="Clips.ClipPlan"/>); such a run has no <see cref="Plan"/>.</summary>
    public BlobPath Clip => new(Containers.Work, $"{Prefix}clip.json");

    /// <summary>What a job is to look into before there is a plan (<see cref="Probing.ProbeRequest"/>).</summary>
    public BlobPath Probe => new(Containers.Work, $"{Prefix}probe.json");

    /// <summary>The ladder that the title's measurement led to (<see cref="LadderChoice"/>); written once, before any video item is queued.</summary>
    public BlobPath Ladder => new(Containers.Work, $"{Prefix}ladder.json");

    /// <summary>While it exists nothing may be written for the run: it was cancelled, replaced or deleted.</summary>
    public BlobPath Tombstone => new(Containers.Work, $"{Prefix}tombstone");

    /// <summary>What the name of a <see cref="Tombstone"/> ends in.</summary>
    public const string TombstoneSuffix = "/tombstone";

    /// <summary>Prefix of the head start in the media container; ends in <c>/</c>.</summary>
    public string HeadPrefix => $"{Prefix}head/";

    /// <summary>Prefix of all <see cref="Download"/> files in the media container; ends in <c>/</c>.</summary>
    public string DownloadsPrefix => $"{Prefix}downloads/";

    /// <summary>Prefix of all <see cref="Progress"/> blobs; ends in <c>/</c>.</summary>
    public string ProgressPrefix => $"{Prefix}progress/";

    /// <summary>The published presentation (<see cref="Playback.Presentation"/>).</summary>
    public BlobPath Presentation => new(Containers.Media, $"{Prefix}presentation.json");

    /// <summary>Heartbeat, percentage and segment list of a running item (<see cref="ItemProgress"/>); overwritten as it goes.</summary>
    public BlobPath Progress(string itemId) => new(Containers.Work, $"{Prefix}progress/{itemId}.json");

    /// <summary>The item is over: done or failed (<see cref="ItemMarker"/>); written once.</summary>
    public BlobPath Marker(string itemId) => new(Containers.Markers, $"{Prefix}{itemId}.json");

    /// <summary>Folder of a rendition: <c>video/1080p/</c>, <c>audio/und-128k/</c>, <c>head/360p/</c>.</summary>
    public string RenditionFolder(WorkItemKind kind, string rendition) => kind switch
    {
        WorkItemKind.HeadStart => $"{Prefix}head/{rendition}/",
        WorkItemKind.Audio => $"{Prefix}audio/{rendition}/",
        _ => $"{Prefix}video/{rendition}/",
    };

    public BlobPath Init(WorkItemKind kind, string rendition) =>
        new(Containers.Media, $"{RenditionFolder(kind, rendition)}init.mp4");

    /// <summary>Segment by its zero-based number on the asset's timeline.</summary>
    public BlobPath Segment(WorkItemKind kind, string rendition, long number) =>
        new(Containers.Media, $"{RenditionFolder(kind, rendition)}{number:D6}.m4s");

    /// <summary>Key frames of a video rendition from a time (ticks) on: <c>video/360p/keys/000000061440.m4s</c>.</summary>
    public BlobPath KeyFrames(string rendition, long start) =>
        new(Containers.Media, $"{RenditionFolder(WorkItemKind.Video, rendition)}keys/{start:D12}.m4s");

    /// <summary>By its name: <c>poster.jpg</c>, <c>storyboard/000000.jpg</c> (<see cref="PictureNames"/>).</summary>
    public BlobPath Picture(string name) => new(Containers.Media, $"{Prefix}pictures/{name}");

    /// <summary>A rendition and its sound, or a clip of them, as one MP4 file, made when somebody asks for it (<see cref="Playback.Downloads.DownloadName"/>).</summary>
    public BlobPath Download(string name) => new(Containers.Media, $"{DownloadsPrefix}{name}.mp4");

    /// <summary>That a download was asked for (<see cref="Playback.Downloads.DownloadNote"/>).</summary>
    public BlobPath DownloadNote(string name) => new(Containers.Work, $"{Prefix}downloads/{name}.json");

    /// <summary>A text track by its name in the plan: <c>text/text-en.vtt</c>.</summary>
    public BlobPath Text(string rendition) => new(Containers.Media, $"{Prefix}text/{rendition}.vtt");
}

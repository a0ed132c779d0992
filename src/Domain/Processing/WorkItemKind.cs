namespace StreamPlatform.Domain.Processing;

/// <summary>What a work item makes.</summary>
public enum WorkItemKind
{
    /// <summary>
    /// The first segments of one low rung and of one rendition of each sound track, in folders of their own, so that
    /// playback starts within seconds.
    /// </summary>
    HeadStart,

    /// <summary>Encodes spans of the title at several qualities to learn what each rung needs; video items wait for it.</summary>
    Measure,

    /// <summary>A range of chunks in a set of renditions, decoded once.</summary>
    Video,

    /// <summary>Every audio rendition for the whole asset.</summary>
    Audio,

    /// <summary>Thumbnails and the poster.</summary>
    Pictures,

    /// <summary>Every text track, as WebVTT.</summary>
    Text,
}

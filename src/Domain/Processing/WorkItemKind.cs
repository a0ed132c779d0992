namespace StreamPlatform.Domain.Processing;

/// <summary>What a work item makes.</summary>
public enum WorkItemKind
{
    /// <summary>
    /// The first segments of one low rung, in a folder of their own, and of all sound, in the place where the audio item
    /// would make the same bytes, so that playback starts within seconds.
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
}

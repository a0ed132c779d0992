namespace StreamPlatform.Domain.Playback.Downloads;

/// <summary>How far a download is.</summary>
public enum DownloadStatus
{
    /// <summary>A job makes it, or will; ask again in a moment.</summary>
    Making,

    Ready,

    /// <summary>It could not be made; asking again later tries once more.</summary>
    Failed,
}

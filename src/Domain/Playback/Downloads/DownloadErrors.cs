namespace StreamPlatform.Domain.Playback.Downloads;

/// <summary>Why a download can't be had.</summary>
public static class DownloadErrors
{
    /// <summary>The range of a clip is empty, or not inside of the video.</summary>
    public static Error RangeInvalid(double seconds) => new(
        "download.range_invalid", 400, $"A clip needs start and end, in seconds from 0 to {seconds:0.###}, and has to last at least {GetDownload.ShortestClip} s.");
}

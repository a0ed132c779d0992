namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>What the platform does with a video, in the order it does it.</summary>
internal enum Stage
{
    Uploading,
    Preparing,
    Transcoding,
    Packaging,
    Published,
    Erasing,
}

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>Who is killed.</summary>
internal enum Victim
{
    Platform,

    /// <summary>The platform again, while it starts after it was killed.</summary>
    StartingPlatform,
    Transcoder,

    /// <summary>An ffmpeg or ffprobe, of a transcoder or of the platform itself.</summary>
    Tool,
}

namespace StreamPlatform.Domain.Live;

/// <summary>Which stream a playback ID plays: written before the stream, and checked when it is followed.</summary>
public sealed record LivePlaybackPointer(int SchemaVersion, string PlaybackId, string OwnerId, string LiveStreamId)
{
    public const int CurrentSchemaVersion = 1;
}

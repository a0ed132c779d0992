using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Live;

/// <summary>The kinds of documents that live streams are. A stream and its lease lie together with the others of their owner.</summary>
public static class LiveDocuments
{
    /// <summary>The newest first.</summary>
    public static DocumentKind<LiveStream> Streams { get; } = new("liveStream", DocumentContainer.Catalog, stream => KeyOf(stream.OwnerId, stream.Id))
    {
        PlaceOf = stream => ListPlace.At(stream.CreatedAt),
    };

    /// <summary>Apart from the stream, which would else be another one every ten seconds to whoever changes it.</summary>
    public static DocumentKind<LiveLease> Leases { get; } = new("liveLease", DocumentContainer.Catalog, lease => KeyOf(lease.OwnerId, lease.LiveStreamId))
    {
        ExpiryOf = lease => lease.ExpiresAt,
    };

    public static DocumentKind<LiveKey> Keys { get; } = new("liveKey", DocumentContainer.Catalog, key => PointerOf(key.Hash));

    public static DocumentKind<LivePlaybackPointer> Playbacks { get; } = new("livePlayback", DocumentContainer.Catalog, pointer => PointerOf(pointer.PlaybackId));

    public static DocumentKey KeyOf(string ownerId, string liveStreamId) => new(ownerId, liveStreamId);

    public static DocumentKey PointerOf(string name) => new(name, name);
}

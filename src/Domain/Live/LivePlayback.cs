using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Live;

/// <summary>Decides who may watch a live stream, and leads them to it.</summary>
public sealed class LivePlayback(IDocuments documents, IPlaybackTokens reader, PlaybackTokens tokens, TimeProvider clock)
{
    /// <summary>True of the playback IDs that live streams have, whether there is one or not.</summary>
    public static bool IsOfStream(string playbackId) => OpaqueId.IsValid(playbackId, LiveStream.PlaybackPrefix);

    /// <summary>The stream behind a playback ID for whoever asks, or why not. It need not be on air.</summary>
    public async Task<Result<LiveView>> FindAsync(string playbackId, Viewer viewer, CancellationToken ct)
    {
        if (await FindAsync(playbackId, ct) is not { } stream)
        {
            return PlaybackErrors.NotFound();
        }

        var lease = stream.State == LiveStreamState.Active ? await documents.FindAsync(LiveDocuments.Leases, LiveDocuments.KeyOf(stream.OwnerId, stream.Id), ct) : null;
        var state = stream.StateAt(lease?.Value, clock.GetUtcNow());
        if (stream.PlaybackId.Policy == PlaybackPolicy.Public)
        {
            return new LiveView(stream, state, null);
        }

        if (!string.IsNullOrEmpty(viewer.Token))
        {
            var read = await reader.ReadAsync(viewer.Token, stream.OwnerId, ct);
            return !read.Succeeded ? read.Error! : read.Value.PlaybackId == playbackId ? new LiveView(stream, state, viewer.Token) : PlaybackErrors.TokenInvalid();
        }

        return viewer.AccountId == stream.OwnerId ? new LiveView(stream, state, (await tokens.PlayAsync(playbackId, ct)).Token) : PlaybackErrors.TokenRequired();
    }

    private async Task<LiveStream?> FindAsync(string playbackId, CancellationToken ct) =>
        IsOfStream(playbackId)
        && await documents.FindAsync(LiveDocuments.Playbacks, LiveDocuments.PointerOf(playbackId), ct) is { Value: var pointer }
        && await documents.FindAsync(LiveDocuments.Streams, LiveDocuments.KeyOf(pointer.OwnerId, pointer.LiveStreamId), ct) is { Value: var stream }
        && stream.PlaybackId.Id == playbackId
            ? stream
            : null;
}

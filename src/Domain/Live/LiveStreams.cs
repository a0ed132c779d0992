using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Live;

/// <summary>An owner's live streams.</summary>
public sealed class LiveStreams(IDocuments documents, LiveOptions options, TimeProvider clock)
{
    internal const int Attempts = 16;

    /// <returns>The stream and its key, which is told once.</returns>
    public async Task<Result<(OwnStream Stream, string Key)>> CreateAsync(string ownerId, NewLiveStream wanted, CancellationToken ct)
    {
        if (!Titles.Parse(wanted.Title).Succeeded)
        {
            return LiveErrors.TitleInvalid();
        }

        if (options.ServersOf("").Count == 0)
        {
            return LiveErrors.NotOffered();
        }

        if ((await documents.ListAsync(LiveDocuments.Streams, ownerId, "", new PageRequest(null, LiveStream.Most), ListOrder.Descending, ct)).Items.Count >= LiveStream.Most)
        {
            return LiveErrors.TooMany();
        }

        var (key, now) = (LiveKey.NewSecret(), clock.GetUtcNow());
        var stream = new LiveStream
        {
            Id = OpaqueId.New(LiveStream.IdPrefix),
            OwnerId = ownerId,
            Title = Titles.Parse(wanted.Title).Value,
            PlaybackId = new PlaybackId(OpaqueId.New(LiveStream.PlaybackPrefix), wanted.PlaybackPolicy ?? PlaybackPolicy.Public),
            KeyHash = LiveKey.HashOf(key),
            CreatedAt = now,
            UpdatedAt = now,
        };
        await documents.WriteAsync(LiveDocuments.Keys.Add(KeyOf(stream)), ct);
        await documents.WriteAsync(LiveDocuments.Playbacks.Add(new LivePlaybackPointer(LivePlaybackPointer.CurrentSchemaVersion, stream.PlaybackId.Id, ownerId, stream.Id)), ct);
        var etag = await documents.WriteAsync(LiveDocuments.Streams.Add(stream), ct);
        return (new OwnStream(stream, etag!, LiveStreamState.Idle, options.ServersOf(stream.Id)), key);
    }

    /// <summary>Newest first.</summary>
    public async Task<Page<OwnStream>> ListAsync(string ownerId, PageRequest page, CancellationToken ct)
    {
        var found = await documents.ListAsync(LiveDocuments.Streams, ownerId, "", page, ListOrder.Descending, ct);
        var active = found.Items.Where(stream => stream.State == LiveStreamState.Active).Select(stream => LiveDocuments.KeyOf(ownerId, stream.Id)).ToList();
        var leases = active.Count == 0 ? [] : (await documents.FindManyAsync(LiveDocuments.Leases, active, ct)).ToDictionary(lease => lease.LiveStreamId);
        return new Page<OwnStream>([.. found.Items.Select(stream => Own(stream, "", leases.GetValueOrDefault(stream.Id)))], found.Cursor);
    }

    public async Task<Result<OwnStream>> GetAsync(string ownerId, string id, CancellationToken ct) =>
        await FindAsync(ownerId, id, ct) is { } stored ? Own(stored.Value, stored.ETag, await LeaseAsync(stored.Value, ct)) : LiveErrors.NotFound();

    /// <param name="ifMatch">The ETag the owner read; null to change whatever is there.</param>
    public async Task<Result<OwnStream>> ChangeAsync(string ownerId, string id, LiveStreamChange wanted, string? ifMatch, CancellationToken ct) =>
        wanted.Title is not null && !Titles.Parse(wanted.Title).Succeeded ? LiveErrors.TitleInvalid()
        : await WriteAsync(ownerId, id, ifMatch, stream => wanted.ApplyTo(stream, clock.GetUtcNow()), ct);

    /// <summary>A new key; an encoder that came in by the old one is disconnected within seconds.</summary>
    public async Task<Result<(OwnStream Stream, string Key)>> RotateKeyAsync(string ownerId, string id, CancellationToken ct)
    {
        if (await FindAsync(ownerId, id, ct) is not { } before)
        {
            return LiveErrors.NotFound();
        }

        var key = LiveKey.NewSecret();
        var pointer = KeyOf(before.Value with { KeyHash = LiveKey.HashOf(key) });
        await documents.WriteAsync(LiveDocuments.Keys.Add(pointer), ct);
        string? replaced = null;
        var written = await WriteAsync(
            ownerId,
            id,
            null,
            stream =>
            {
                replaced = stream.KeyHash;
                return stream with { KeyHash = pointer.Hash };
            },
            ct);

        // Whichever of the two opens nothing now.
        await documents.RemoveAsync(LiveDocuments.Keys, LiveDocuments.PointerOf(written.Succeeded ? replaced! : pointer.Hash), ct);
        return written.Succeeded ? (written.Value, key) : written.Error!;
    }

    /// <summary>An encoder that sends is disconnected within seconds. Absent is fine.</summary>
    public async Task DeleteAsync(string ownerId, string id, CancellationToken ct)
    {
        while (await FindAsync(ownerId, id, ct) is { } stored)
        {
            await documents.RemoveAsync(LiveDocuments.Keys, LiveDocuments.PointerOf(stored.Value.KeyHash), ct);
            await documents.RemoveAsync(LiveDocuments.Playbacks, LiveDocuments.PointerOf(stored.Value.PlaybackId.Id), ct);
            await documents.WriteAsync(LiveDocuments.Streams.Delete(stored.Value, stored.ETag), ct);
        }

        if (OpaqueId.IsValid(id, LiveStream.IdPrefix))
        {
            await documents.RemoveAsync(LiveDocuments.Leases, LiveDocuments.KeyOf(ownerId, id), ct);
        }
    }

    private async Task<Result<OwnStream>> WriteAsync(string ownerId, string id, string? ifMatch, Func<LiveStream, LiveStream> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(ownerId, id, ct) is not { } stored)
            {
                return LiveErrors.NotFound();
            }

            if (ifMatch is not null && ifMatch != stored.ETag)
            {
                return LiveErrors.Changed();
            }

            var changed = change(stored.Value) with { UpdatedAt = clock.GetUtcNow() };
            if (await documents.WriteAsync(LiveDocuments.Streams.Replace(changed, stored.ETag), ct) is { } etag)
            {
                return Own(changed, etag, await LeaseAsync(changed, ct));
            }
        }

        return LiveErrors.Busy();
    }

    private async Task<Stored<LiveStream>?> FindAsync(string ownerId, string id, CancellationToken ct) =>
        OpaqueId.IsValid(id, LiveStream.IdPrefix) ? await documents.FindAsync(LiveDocuments.Streams, LiveDocuments.KeyOf(ownerId, id), ct) : null;

    private async Task<LiveLease?> LeaseAsync(LiveStream stream, CancellationToken ct) => stream.State == LiveStreamState.Active
        ? (await documents.FindAsync(LiveDocuments.Leases, LiveDocuments.KeyOf(stream.OwnerId, stream.Id), ct))?.Value
        : null;

    private OwnStream Own(LiveStream stream, string etag, LiveLease? lease) => new(stream, etag, stream.StateAt(lease, clock.GetUtcNow()), options.ServersOf(stream.Id));

    private static LiveKey KeyOf(LiveStream stream) => new(LiveKey.CurrentSchemaVersion, stream.KeyHash, stream.OwnerId, stream.Id);
}

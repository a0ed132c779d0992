using System.Security.Cryptography;
using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Live;

/// <summary>Encoders come and go: by documents, so that it is the same for every node, and whichever writes first has the stream.</summary>
public sealed class LiveIngest(IDocuments documents, TimeProvider clock) : ILiveIngest
{
    private const int RandomBytes = 20;

    public async Task<Result<LiveIngestGrant>> AdmitAsync(string streamKey, string ingestNode, CancellationToken ct)
    {
        if (!LiveNode.IsName(ingestNode))
        {
            throw new ArgumentException($"'{ingestNode}' is no name of a live node.", nameof(ingestNode));
        }

        for (var attempt = 0; attempt < LiveStreams.Attempts; attempt++)
        {
            if (await FindByKeyAsync(streamKey, ct) is not { } stored)
            {
                return LiveErrors.KeyUnknown();
            }

            var (stream, now) = (stored.Value, clock.GetUtcNow());
            var lease = await documents.FindAsync(LiveDocuments.Leases, LiveDocuments.KeyOf(stream.OwnerId, stream.Id), ct);
            var state = stream.StateAt(lease?.Value, now);
            if (LiveStreamTransitions.Next(state, LiveStreamEvent.Admitted) is not { } next)
            {
                return state == LiveStreamState.Disabled ? LiveErrors.StreamDisabled() : LiveErrors.AlreadyOnAir();
            }

            var broadcast = new LiveBroadcast(OpaqueId.New(LiveBroadcast.IdPrefix), ingestNode, NewPath(ingestNode), now);
            var admitted = stream with { State = next, Broadcast = broadcast, UpdatedAt = now };
            if (await documents.WriteAsync([LiveDocuments.Streams.Replace(admitted, stored.ETag), LiveDocuments.Leases.Put(LeaseOf(admitted, now))], ct) is not null)
            {
                return new LiveIngestGrant(stream.OwnerId, stream.Id, broadcast.Id, broadcast.OriginPath, stream.KeyHash);
            }
        }

        return LiveErrors.Busy();
    }

    public async Task<Result<Done>> ShowAsync(LiveIngestGrant grant, string multivariant, CancellationToken ct)
    {
        if (multivariant.Length is 0 or > LiveBroadcast.LongestMultivariant)
        {
            throw new ArgumentException($"A multivariant playlist has 1 to {LiveBroadcast.LongestMultivariant} characters.", nameof(multivariant));
        }

        return await WriteAsync(
            grant,
            stream => stream.KeyHash == grant.KeyHash,
            (stream, now) => stream with { Broadcast = stream.Broadcast! with { Multivariant = multivariant, PlayableAt = stream.Broadcast.PlayableAt ?? now } },
            ct);
    }

    public async Task<Result<Done>> RenewAsync(LiveIngestGrant grant, CancellationToken ct)
    {
        // The lease is the connection's alone while the stream says so, and whoever takes the stream writes both.
        for (var attempt = 0; attempt < LiveStreams.Attempts; attempt++)
        {
            var lease = await documents.FindAsync(LiveDocuments.Leases, LiveDocuments.KeyOf(grant.OwnerId, grant.LiveStreamId), ct);
            if (await FindAsync(grant, ct) is not { } stored || stored.Value.KeyHash != grant.KeyHash || (lease is not null && lease.Value.BroadcastId != grant.BroadcastId))
            {
                return LiveErrors.Revoked();
            }

            var renewed = LeaseOf(stored.Value, clock.GetUtcNow());
            if (await documents.WriteAsync(lease is null ? LiveDocuments.Leases.Add(renewed) : LiveDocuments.Leases.Replace(renewed, lease.ETag), ct) is not null)
            {
                return default(Done);
            }
        }

        return LiveErrors.Busy();
    }

    public async Task EndAsync(LiveIngestGrant grant, CancellationToken ct)
    {
        await WriteAsync(
            grant,
            _ => true,
            (stream, now) => stream with { State = LiveStreamTransitions.Next(stream.State, LiveStreamEvent.Ended)!.Value, Broadcast = stream.Broadcast!.Over(now) },
            ct);
        var lease = await documents.FindAsync(LiveDocuments.Leases, LiveDocuments.KeyOf(grant.OwnerId, grant.LiveStreamId), ct);
        if (lease?.Value.BroadcastId == grant.BroadcastId)
        {
            // Lost only to another connection, whose lease it is then.
            await documents.WriteAsync(LiveDocuments.Leases.Delete(lease.Value, lease.ETag), ct);
        }
    }

    private async Task<Result<Done>> WriteAsync(LiveIngestGrant grant, Func<LiveStream, bool> may, Func<LiveStream, DateTimeOffset, LiveStream> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < LiveStreams.Attempts; attempt++)
        {
            if (await FindAsync(grant, ct) is not { } stored || !may(stored.Value))
            {
                return LiveErrors.Revoked();
            }

            var now = clock.GetUtcNow();
            if (await documents.WriteAsync(LiveDocuments.Streams.Replace(change(stored.Value, now) with { UpdatedAt = now }, stored.ETag), ct) is not null)
            {
                return default(Done);
            }
        }

        return LiveErrors.Busy();
    }

    /// <summary>The stream while the broadcast lasts; else null.</summary>
    private async Task<Stored<LiveStream>?> FindAsync(LiveIngestGrant grant, CancellationToken ct) =>
        await documents.FindAsync(LiveDocuments.Streams, LiveDocuments.KeyOf(grant.OwnerId, grant.LiveStreamId), ct) is { } stored
        && stored.Value is { State: LiveStreamState.Active } stream && stream.Broadcast?.Id == grant.BroadcastId
            ? stored
            : null;

    private async Task<Stored<LiveStream>?> FindByKeyAsync(string streamKey, CancellationToken ct)
    {
        if (!OpaqueId.IsValid(streamKey, LiveKey.Prefix))
        {
            return null;
        }

        var hash = LiveKey.HashOf(streamKey);
        return await documents.FindAsync(LiveDocuments.Keys, LiveDocuments.PointerOf(hash), ct) is { Value: var key }
            && await documents.FindAsync(LiveDocuments.Streams, LiveDocuments.KeyOf(key.OwnerId, key.LiveStreamId), ct) is { } stored && stored.Value.KeyHash == hash
                ? stored
                : null;
    }

    private static LiveLease LeaseOf(LiveStream stream, DateTimeOffset now) =>
        new(LiveLease.CurrentSchemaVersion, stream.OwnerId, stream.Id, stream.Broadcast!.Id, now + LiveLease.Duration);

    private static string NewPath(string node) => $"{LiveNode.PathPrefix}/{node}/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes))}";
}

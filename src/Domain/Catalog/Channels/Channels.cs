using StreamPlatform.Domain.Stores;

namespace StreamPlatform.Domain.Catalog.Channels;

/// <summary>An owner's channels, and anybody's by name.</summary>
public sealed class Channels(IDocuments documents, TimeProvider clock)
{
    private const int Attempts = 8;

    /// <summary>By its id or handle, for anybody.</summary>
    public async Task<Result<Stored<Channel>>> FindAsync(string idOrHandle, CancellationToken ct)
    {
        var name = OpaqueId.IsValid(idOrHandle, Channel.IdPrefix) ? idOrHandle : ChannelRules.Handle(idOrHandle);
        return name.Succeeded
            && await documents.FindAsync(ChannelDocuments.Names, ChannelDocuments.KeyOf(name.Value), ct) is { Value: var claim }
            && await FindOwnAsync(claim.OwnerId, claim.ChannelId, ct) is { } stored
            && (stored.Value.Id == name.Value || stored.Value.Handle == name.Value)
                ? stored
                : ChannelErrors.NotFound();
    }

    public async Task<Result<Stored<Channel>>> GetOwnAsync(string ownerId, string channelId, CancellationToken ct) =>
        OpaqueId.IsValid(channelId, Channel.IdPrefix) && await FindOwnAsync(ownerId, channelId, ct) is { } stored ? stored : ChannelErrors.NotFound();

    /// <summary>An owner's, the newest first.</summary>
    public Task<Page<Channel>> ListOwnAsync(string ownerId, PageRequest page, CancellationToken ct) =>
        documents.ListAsync(ChannelDocuments.Channels, ownerId, "", page, ListOrder.Descending, ct);

    /// <param name="requestId">The same for a request that is repeated.</param>
    public async Task<Result<Stored<Channel>>> CreateAsync(string ownerId, ChannelChange wanted, string? requestId, CancellationToken ct)
    {
        var id = requestId is null ? OpaqueId.New(Channel.IdPrefix) : OpaqueId.From(Channel.IdPrefix, requestId);
        var now = clock.GetUtcNow();
        if ((wanted.Handle.IsGiven ? wanted.Name.IsGiven ? null : ChannelErrors.NameInvalid() : ChannelErrors.HandleInvalid()) is { } missing)
        {
            return missing;
        }

        var channel = wanted.ApplyTo(new Channel { Id = id, OwnerId = ownerId, Handle = "", Name = "", CreatedAt = now, UpdatedAt = now });
        return !channel.Succeeded ? channel.Error!
            : await FindOwnAsync(ownerId, id, ct) is { } there ? there
            : (await ListOwnAsync(ownerId, new PageRequest(null, Channel.Most), ct)).Items.Count >= Channel.Most ? ChannelErrors.TooMany()
            : await AddAsync(channel.Value, ct);
    }

    /// <summary>The channel that an asset is shown under: the one it is assigned to while that is its owner's, else the owner's default.</summary>
    public async Task<Channel> OfAsync(Asset asset, CancellationToken ct)
    {
        if (asset.ChannelId is { } chosen && await FindOwnAsync(asset.OwnerId, chosen, ct) is { Value: var channel })
        {
            return channel;
        }

        var id = Channel.DefaultIdOf(asset.OwnerId);
        if (await FindOwnAsync(asset.OwnerId, id, ct) is { Value: var there })
        {
            return there;
        }

        var now = clock.GetUtcNow();
        var made = await AddAsync(new Channel { Id = id, OwnerId = asset.OwnerId, Handle = $"channel-{id[^20..]}", Name = Channel.DefaultName, CreatedAt = now, UpdatedAt = now }, ct);
        return made.Succeeded ? made.Value.Value : throw new TimeoutException($"The default channel of {asset.OwnerId} can't be made: {made.Error!.Code}.");
    }

    /// <param name="ifMatch">The ETag the caller read; null to change whatever is there.</param>
    public async Task<Result<Stored<Channel>>> ChangeAsync(string ownerId, string channelId, ChannelChange change, string? ifMatch, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var found = await GetOwnAsync(ownerId, channelId, ct);
            if (!found.Succeeded || (ifMatch is not null && ifMatch != found.Value.ETag))
            {
                return found.Error ?? ChannelErrors.Changed();
            }

            var (before, changed) = (found.Value.Value, change.ApplyTo(found.Value.Value));
            if (!changed.Succeeded || (changed.Value.Handle != before.Handle && !await ClaimAsync(changed.Value, ct)))
            {
                return changed.Error ?? ChannelErrors.HandleTaken();
            }

            var written = changed.Value with { UpdatedAt = clock.GetUtcNow() };
            if (await documents.WriteAsync(ChannelDocuments.Channels.Replace(written, found.Value.ETag), ct) is { } etag)
            {
                await (written.Handle == before.Handle ? Task.CompletedTask : ReleaseAsync(before.Handle, before, ct));
                return new Stored<Channel>(written, etag);
            }
        }

        return ChannelErrors.Busy();
    }

    /// <summary>One that shows no videos; absent is fine. What is assigned to it and not public goes to the default channel.</summary>
    public async Task<Result<Done>> DeleteAsync(string ownerId, string channelId, CancellationToken ct)
    {
        if (await GetOwnAsync(ownerId, channelId, ct) is not { Succeeded: true, Value: var stored })
        {
            return default(Done);
        }

        if ((await documents.ListAsync(ChannelDocuments.Videos, channelId, "", new PageRequest(null, 1), ListOrder.Descending, ct)).Items.Count > 0)
        {
            return ChannelErrors.NotEmpty();
        }

        if (await documents.WriteAsync(ChannelDocuments.Channels.Delete(stored.Value, stored.ETag), ct) is null)
        {
            return ChannelErrors.Busy();
        }

        await ReleaseAsync(stored.Value.Handle, stored.Value, ct);
        await ReleaseAsync(channelId, stored.Value, ct);
        return default(Done);
    }

    /// <summary>Names first: whoever finds a channel finds it by all of them.</summary>
    private async Task<Result<Stored<Channel>>> AddAsync(Channel channel, CancellationToken ct)
    {
        if (!await ClaimAsync(channel, ct))
        {
            return ChannelErrors.HandleTaken();
        }

        await documents.WriteAsync(ChannelDocuments.Names.Put(NameOf(channel.Id, channel)), ct);
        return await documents.WriteAsync(ChannelDocuments.Channels.Add(channel), ct) is { } etag
            ? new Stored<Channel>(channel, etag)
            : await GetOwnAsync(channel.OwnerId, channel.Id, ct);
    }

    private Task<Stored<Channel>?> FindOwnAsync(string ownerId, string channelId, CancellationToken ct) =>
        documents.FindAsync(ChannelDocuments.Channels, new DocumentKey(ownerId, channelId), ct);

    /// <summary>Makes the handle the channel's, if it is free or was left.</summary>
    private async Task<bool> ClaimAsync(Channel channel, CancellationToken ct)
    {
        var wanted = NameOf(channel.Handle, channel);
        if (await documents.WriteAsync(ChannelDocuments.Names.Add(wanted), ct) is not null)
        {
            return true;
        }

        if (await documents.FindAsync(ChannelDocuments.Names, ChannelDocuments.KeyOf(channel.Handle), ct) is not { Value: var claim } stored)
        {
            return false;
        }

        var isLeft = claim.ChannelId == channel.Id
            || (claim.ClaimedAt + ChannelName.Grace < clock.GetUtcNow() && (await FindOwnAsync(claim.OwnerId, claim.ChannelId, ct))?.Value.Handle != channel.Handle);
        return isLeft && await documents.WriteAsync(ChannelDocuments.Names.Replace(wanted, stored.ETag), ct) is not null;
    }

    private async Task ReleaseAsync(string name, Channel channel, CancellationToken ct)
    {
        if (await documents.FindAsync(ChannelDocuments.Names, ChannelDocuments.KeyOf(name), ct) is { } stored && stored.Value.ChannelId == channel.Id)
        {
            await documents.WriteAsync(ChannelDocuments.Names.Delete(stored.Value, stored.ETag), ct);
        }
    }

    private ChannelName NameOf(string name, Channel channel) => new(ChannelName.CurrentSchemaVersion, name, channel.OwnerId, channel.Id, clock.GetUtcNow());
}

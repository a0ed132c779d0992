using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Catalog.Channels;
using StreamPlatform.Domain.Search.Discovery;

namespace StreamPlatform.Domain.Recommendations;

/// <summary>Under which channel a video is shown, from memory for <see cref="Longest"/>.</summary>
public sealed class ChannelNames(Channels channels, TimeProvider clock)
{
    /// <summary>The most that a name is late.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private const int Capacity = 4096;

    private readonly Bounded<string, Kept> _byChannel = new(Capacity);

    public async Task<HitChannel> OfAsync(Asset asset, CancellationToken ct)
    {
        var key = asset.ChannelId ?? asset.OwnerId;
        var askedAt = clock.GetTimestamp();
        if (_byChannel.Find(key) is { } kept && clock.GetElapsedTime(kept.AskedAt, askedAt) < Longest)
            return kept.Channel;
        var found = await channels.OfAsync(asset, ct);
        var shown = new HitChannel(found.Id, found.Id == Channel.DefaultIdOf(asset.OwnerId) && found.Name == Channel.DefaultName ? "" : found.Name);
        _byChannel.Set(key, new Kept(shown, askedAt));
        return shown;
    }

    private sealed record Kept(HitChannel Channel, long AskedAt);
}

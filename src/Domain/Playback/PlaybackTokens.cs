using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Playback;

/// <summary>Tokens for an asset's playback ids: for viewers by its owner's request, for the owner with every answer.</summary>
public sealed class PlaybackTokens(IPlaybackTokens tokens, TimeProvider clock)
{
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(7);

    /// <summary>Tokens that the platform issues by itself are equal within one of these, so that URLs that carry them are too.</summary>
    private static readonly TimeSpan Bucket = TimeSpan.FromHours(1);

    private static readonly TimeSpan PreviewLifetime = TimeSpan.FromHours(24);

    /// <summary>Long enough for a film; whoever is no longer entitled can't go on for longer.</summary>
    private static readonly TimeSpan PlayLifetime = TimeSpan.FromHours(6);

    /// <summary>A viewer's token; <c>playback.id_unknown</c> or <c>playback.lifetime_invalid</c>.</summary>
    public async Task<Result<PlaybackToken>> IssueAsync(
        Asset asset, string? playbackId, double? expiresInSeconds, CancellationToken ct) =>
        asset.PlaybackIds.Any(id => id.Id == playbackId) ? await IssueAsync(playbackId!, expiresInSeconds, ct) : PlaybackErrors.PlaybackIdUnknown();

    /// <summary>A viewer's token for a playback ID that its owner asks for; <c>playback.lifetime_invalid</c>.</summary>
    public async Task<Result<PlaybackToken>> IssueAsync(string playbackId, double? expiresInSeconds, CancellationToken ct)
    {
        var seconds = expiresInSeconds ?? DefaultLifetime.TotalSeconds;
        if (!(seconds >= 1 && seconds <= LongestLifetime.TotalSeconds))
        {
            return PlaybackErrors.LifetimeInvalid(LongestLifetime);
        }

        var now = clock.GetUtcNow();
        return await tokens.IssueAsync(new PlaybackClaims(playbackId, PlaybackScope.Play), now, now.AddSeconds(seconds), ct);
    }

    /// <summary>The owner's own token.</summary>
    public Task<PlaybackToken> PreviewAsync(string playbackId, CancellationToken ct) =>
        IssueAsync(new PlaybackClaims(playbackId, PlaybackScope.Preview), PreviewLifetime, ct);

    /// <summary>For a viewer who may play and says who they are with this request alone.</summary>
    public Task<PlaybackToken> PlayAsync(string playbackId, CancellationToken ct) =>
        IssueAsync(new PlaybackClaims(playbackId, PlaybackScope.Play), PlayLifetime, ct);

    /// <summary>True when the token is the owner's for one of the asset's playback ids.</summary>
    public async Task<bool> IsOwnersAsync(Asset asset, string token, CancellationToken ct)
    {
        var read = await tokens.ReadAsync(token, asset.OwnerId, ct);
        return read.Succeeded
            && read.Value.Scope == PlaybackScope.Preview
            && asset.PlaybackIds.Any(id => id.Id == read.Value.PlaybackId);
    }

    private Task<PlaybackToken> IssueAsync(PlaybackClaims claims, TimeSpan lifetime, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var issued = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Bucket.Ticks), TimeSpan.Zero);
        return tokens.IssueAsync(claims, issued, issued + lifetime, ct);
    }
}

namespace StreamPlatform.Domain.Catalog.Viewing;

/// <summary>The rules of <see cref="Visibility"/>, once for all who heed them.</summary>
public static class Audiences
{
    /// <summary>Of what is published of the asset at <paramref name="now"/>; whether anything is, is not looked at.</summary>
    public static Audience Of(Asset asset, DateTimeOffset now) => asset.Visibility switch
    {
        Visibility.Public or Visibility.Unlisted => Audience.Everyone,
        Visibility.Scheduled when asset.PublishAt <= now => Audience.Everyone,
        Visibility.Members or Visibility.Premium => Audience.Entitled,
        _ => Audience.Owner,
    };

    /// <summary>
    /// Whether the caller may see the asset, talk of it, and learn that it is there; in the trash nobody may, and what moderators took down its owner
    /// alone. Playback tokens are not looked at: they let who has one play, and no more.
    /// </summary>
    /// <param name="callerId">The account that asks; null for nobody.</param>
    /// <param name="entitled">What <see cref="IEntitlements"/> says of the caller; it counts only where the asset asks for it.</param>
    public static bool MaySee(Asset asset, string? callerId, DateTimeOffset now, bool entitled) =>
        asset is { State: not (AssetState.Deleting or AssetState.Deleted), Trashed: null }
        && (asset.OwnerId == callerId
            || (asset is { PublishedRunId: not null, IsTakenDown: false }
                && IsOpen(asset)
                && (Of(asset, now) is Audience.Everyone || (Of(asset, now) is Audience.Entitled && entitled))));

    /// <summary>
    /// Anyone may find this: search, feeds, suggestions and counts show it to all. Only what its owner made public, or
    /// scheduled for a moment that has come, and only what plays without a token.
    /// </summary>
    public static bool IsListed(Asset asset, DateTimeOffset now) =>
        asset.Visibility is Visibility.Public or Visibility.Scheduled && MaySee(asset, null, now, entitled: false);

    /// <summary>It can be played without a token.</summary>
    private static bool IsOpen(Asset asset) => asset.PlaybackIds.Any(id => id.Policy == PlaybackPolicy.Public);
}

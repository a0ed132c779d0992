namespace StreamPlatform.Domain.Playback;

/// <summary>Why something can't be played.</summary>
public static class PlaybackErrors
{
    /// <summary>No video has this playback id, or it was deleted.</summary>
    public static Error NotFound() => new("playback.not_found", 404, "There is no video at this address.");

    /// <summary>Moderators took it down; told to its owner alone. For the others there is nothing.</summary>
    public static Error TakenDown() => new("playback.taken_down", 403, "Moderators took this video down. Your list of videos says why.");

    /// <summary>The playback id is signed and the request came without a token.</summary>
    public static Error TokenRequired() =>
        new("playback.token_required", 401, "This video needs a playback token: ask whoever shared it for a link that carries one.");

    /// <summary>The token was not made here, is for another video, or was changed.</summary>
    public static Error TokenInvalid() => new("playback.token_invalid", 401, "The playback token is not valid for this video.");

    /// <summary>The token was good once.</summary>
    public static Error TokenExpired() => new("playback.token_expired", 401, "The playback token has expired: ask for a new link.");

    /// <summary>The token was made with a signing key of the owner's, for too long a time or for ever.</summary>
    public static Error TokenLifetimeInvalid(TimeSpan longest) => new(
        "playback.token_lifetime_invalid", 401, $"The playback token must have an exp that is at most {(long)longest.TotalSeconds} seconds ahead.");

    /// <summary>The video is for members or for those who paid, and the viewer brings no playback token and is neither.</summary>
    public static Error NotEntitled(Catalog.Visibility visibility) => new(
        "playback.not_entitled",
        403,
        visibility == Catalog.Visibility.Members ? "This video is for members of the channel." : "This video has to be paid for.");

    /// <summary>The video doesn't play in the viewer's country, or it can't be told that it does.</summary>
    public static Error CountryDenied() => new("playback.country_denied", 403, "This video is not available in your country.");

    /// <summary>The video plays on certain pages only, and the request doesn't come from one (<c>Origin</c>, <c>Referer</c>).</summary>
    public static Error OriginDenied() => new("playback.origin_denied", 403, "This video does not play on this page.");

    /// <summary>Not ready, and the caller is not its owner or there is nothing to play yet.</summary>
    public static Error NotReady() => new("asset.not_ready", 409, "This video is not ready to play yet. Try again in a moment.");

    /// <summary>Processing ended without anything to play.</summary>
    public static Error Failed(Catalog.AssetFailure? failure) => new(
        "asset.failed", 409, failure is null ? "This video could not be processed." : $"This video could not be processed: {failure.Message}");

    /// <summary>Nobody had watched it for long; that somebody wants to brings it back, which takes hours.</summary>
    public static Error Archived() => new(
        "playback.archived", 503, "This video is in the archive, since nobody had watched it for long. It is being brought back for you, which takes up to 15 hours: come again tomorrow.");

    /// <summary>The revision was superseded long ago.</summary>
    public static Error RevisionGone() =>
        new("playback.revision_gone", 410, "This version of the video is no longer kept. Load the video again.");

    /// <summary>The presentation has no track of this name.</summary>
    public static Error TrackNotFound() => new("playback.track_not_found", 404, "The video has no such rendition.");

    /// <summary>The revision has no storyboard: it is only heard, was made before there were any, or none could be made.</summary>
    public static Error NoStoryboard() => new("playback.no_storyboard", 404, "The video has no storyboard.");

    /// <summary>A token was asked for a longer or shorter time than tokens last.</summary>
    public static Error LifetimeInvalid(TimeSpan longest) => new(
        "playback.lifetime_invalid", 400, $"expiresInSeconds must be from 1 to {(long)longest.TotalSeconds}.");

    /// <summary>A token was asked for a playback id that the asset does not have.</summary>
    public static Error PlaybackIdUnknown() => new("playback.id_unknown", 404, "The asset has no such playback id.");
}

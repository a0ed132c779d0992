using System.Globalization;
using StreamPlatform.Domain.Catalog;

namespace StreamPlatform.Domain.Live;

/// <summary>What can be refused about live streams.</summary>
public static class LiveErrors
{
    /// <summary>There is no such live stream, or it is someone else's.</summary>
    public static Error NotFound() => new("live.not_found", 404, "There is no such live stream in your account.");

    /// <summary>The title is missing, too long or holds control characters.</summary>
    public static Error TitleInvalid() => new(
        "live.title_invalid", 400, $"A live stream has a title of 1 to {AssetErrors.MaxTitleLength.ToString(CultureInfo.InvariantCulture)} characters without control characters.");

    /// <summary>The account has as many as it may.</summary>
    public static Error TooMany() => new(
        "live.too_many", 409, $"An account has at most {LiveStream.Most.ToString(CultureInfo.InvariantCulture)} live streams. Delete one first, or send to one that you have.");

    /// <summary>The platform has no live nodes.</summary>
    public static Error NotOffered() => new("live.not_offered", 503, "This platform takes no live streams in.");

    /// <summary>The ETag in <c>If-Match</c> is no longer the stream's.</summary>
    public static Error Changed() => new("live.changed", 412, "The live stream was changed meanwhile, or went on or off the air. Read it again and repeat the change.");

    /// <summary>Others were faster, again and again.</summary>
    public static Error Busy() => new("live.busy", 503, "The live stream is being changed by others. Try again in a moment.");

    /// <summary>No stream has the key that an encoder sent.</summary>
    public static Error KeyUnknown() => new("live.key_unknown", 401, "No live stream has this key.");

    /// <summary>The stream's owner lets no encoder in.</summary>
    public static Error StreamDisabled() => new("live.stream_disabled", 403, "The live stream is disabled. Enable it first.");

    /// <summary>Another encoder sends to the stream.</summary>
    public static Error AlreadyOnAir() => new("live.already_on_air", 409, "Another encoder is sending to this live stream. One that has died is forgotten after half a minute.");

    /// <summary>The encoder has to go: the stream was disabled or deleted, its key replaced, or it is another one's turn.</summary>
    public static Error Revoked() => new("live.revoked", 403, "The live stream was disabled or deleted, its key was replaced, or another encoder sends to it now.");

    /// <summary>Nobody sends to the stream right now, or there is nothing to watch yet.</summary>
    public static Error NotOnAir() => new("live.not_on_air", 409, "This stream is not on air right now.");
}

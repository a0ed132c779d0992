using StreamPlatform.Live.Rtmp;

namespace StreamPlatform.Live.Broadcasts;

/// <summary>Why an encoder is sent away, in words that its user sees in the encoder's log.</summary>
internal static class LiveRefusal
{
    public static RtmpException NodeFull() => new("live.node_full", "This server has as many broadcasts as it can encode. Try again later, or another server.");

    public static RtmpException CodecUnsupported(string found) => new("live.codec_unsupported", $"{found} is not taken: set the encoder to H.264 and AAC.");

    public static RtmpException PictureUnsupported() => new("live.picture_unsupported", $"The pictures' size can't be read, or is larger than {Media.Live.AvcSequence.MostSide} pixels: set the encoder to 1080p or less.");

    public static RtmpException NoPictures() => new("live.no_pictures", "No key frame came: send pictures, with a key frame every one or two seconds.");

    public static RtmpException SettingsChanged() => new("live.settings_changed", "The encoder's settings changed in the middle of a broadcast: connect again with the new ones.");

    public static RtmpException ClockJumped(double seconds) => new("live.clock_jumped", FormattableString.Invariant($"The encoder's clock jumped by {seconds:0.#} s: connect again."));

    public static RtmpException TooMuch(int kilobits) => new("live.bitrate_exceeded", FormattableString.Invariant($"The encoder sends more than {kilobits} kilobits a second: lower its bitrate."));

    public static RtmpException TooManyMessages() => new("live.rate_exceeded", "The encoder sends more frames a second than any picture needs.");

    public static RtmpException EncoderFailed() => new("live.encoder_failed", "What the encoder sends can't be decoded.");

    public static RtmpException Stopping() => new("live.node_stopping", "This server is being replaced: connect again.");
}

using StreamPlatform.Domain.Catalog;
using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Probing;

/// <summary>What a creator is told of a source that is taken: what was left out of it, and what it lacks.</summary>
internal static class SourceWarnings
{
    public static AssetFailure ShorterThanClaimed(double claimed, double held) => new(
        "source.shorter_than_claimed", FormattableString.Invariant($"The file says it lasts {claimed:0} seconds but holds {held:0.0}; what it holds is used."));

    public static AssetFailure TruncatedEnd(string held) => new("source.truncated_end", $"The end of the file is missing: {held}. What is there is used, as you allowed.");

    /// <param name="codecs">As people call them.</param>
    public static AssetFailure AudioLeftOut(string codecs) => new("source.audio_left_out", $"Sound could not be decoded and was left out: {codecs}.");

    public static AssetFailure VideoLeftOut(VideoTrack kept, IReadOnlyList<StreamScan> others) => new(
        "source.video_left_out",
        FormattableString.Invariant($"The file has {others.Count + 1} video tracks; the main one ({kept.CodedWidth}×{kept.CodedHeight} {kept.Codec}) is used, the others are left out."));

    public static AssetFailure BaseLayer(int profile) => new(
        "source.dolby_vision_base_layer", FormattableString.Invariant($"The video is Dolby Vision profile {profile}; its base layer is used, without Dolby's adjustments."));

    public static AssetFailure ClockJumps { get; } = new(
        "source.clock_jumps", "The recording's clock jumps, as when parts are joined or a signal is lost; the parts are shown one after the other.");
}

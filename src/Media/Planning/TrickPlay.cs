using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Planning;

/// <summary>
/// Chooses what trick play is offered in: one low rung, since pictures that rush by need no detail and each rung costs
/// storage. Eight segments a blob: 32 s, a few hundred kilobytes, so that a player at sixteen times the speed asks for one
/// every two seconds, and an hour of video has 113 blobs more and not 900.
/// </summary>
internal static class TrickPlay
{
    private const int ShortSide = 360;
    public const int SegmentsPerBlob = 8;

    public static KeyFrameSpec? For(IReadOnlyList<VideoRendition> video) =>
        (video.FirstOrDefault(rung => rung.Codec == "h264" && Math.Min(rung.Width, rung.Height) <= ShortSide) ?? video.LastOrDefault(rung => rung.Codec == "h264")) is { } rung
            ? new KeyFrameSpec([rung.Name], SegmentsPerBlob)
            : null;
}

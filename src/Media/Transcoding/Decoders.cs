using StreamPlatform.Domain.Processing;

namespace StreamPlatform.Media.Transcoding;

/// <summary>
/// How many decoders of a source one ffmpeg may have: it opens those of all its inputs before the first picture comes out,
/// and each keeps the pictures it has until the end.
/// </summary>
internal static class Decoders
{
    private const double MostBytes = 256 << 20;

    /// <summary>References, pictures that wait for their turn, and one in the filters; at 4K levels allow six references.</summary>
    private const int PicturesHeld = 10;

    /// <summary>Bytes of a picture of 4:2:0 for each of its pixels.</summary>
    private const double BytesPerPixel = 1.5;

    /// <summary>Inputs in their order, as many in one ffmpeg as may be.</summary>
    public static IEnumerable<T[]> Groups<T>(VideoTrack video, IEnumerable<T> inputs) => inputs.Chunk(AtOnce(video));

    private static int AtOnce(VideoTrack video)
    {
        var picture = BytesPerPixel * (video.BitDepth > 8 ? 2 : 1) * video.CodedWidth * video.CodedHeight;
        return (int)Math.Clamp(MostBytes / (PicturesHeld * picture), 1, 16);
    }
}

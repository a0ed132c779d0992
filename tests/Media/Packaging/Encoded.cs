using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Cutting;

namespace StreamPlatform.Media.Tests.Packaging;

/// <summary>Real encodes, made once and shared: 9 s, two rungs with B-frames and AAC in one fragmented MP4.</summary>
internal static class Encoded
{
    public const int Frames = 270;

    /// <summary>30 frames a second, 2 s segments of two GOPs.</summary>
    public static OutputGrid Grid { get; } = new(new Rational(30, 1), 15360, 512, 30, 60);

    private static readonly Lazy<Task<byte[]>> Shared = new(() => Ffmpeg.MakeAsync(Arguments("frag_keyframe")));

    public static IReadOnlyList<TrackSpec> Tracks { get; } =
    [
        new(0, "180p", new VideoCut(Grid)),
        new(1, "90p", new VideoCut(Grid, KeyFrameSegments: 2)),
        new(2, "audio", AudioCut.Following(Grid)),
    ];

    public static Task<byte[]> BytesAsync() => Shared.Value;

    public static string Arguments(string fragmentation, string start = "") =>
        $"{start} -f lavfi -i testsrc2=s=320x180:r=30:d=9 {start} -f lavfi -i sine=frequency=440:sample_rate=48000:d=9 "
        + "-filter_complex [0:v]split=2[a][b];[b]scale=160:90[c] -map [a] -map [c] -map 1:a "
        + "-c:v libx264 -preset veryfast -threads 1 -g 30 -keyint_min 30 -sc_threshold 0 -bf 3 -x264-params open-gop=0:stitchable=1 "
        + "-c:a aac -b:a 64k -fflags +bitexact "
        + $"-movflags +cmaf+negative_cts_offsets+empty_moov+default_base_moof+{fragmentation} -f mp4";

    public static async Task<List<CutPart>> CutAsync(byte[] bytes, IReadOnlyList<TrackSpec> tracks)
    {
        var parts = new List<CutPart>();
        await foreach (var part in new SegmentCutter(tracks).CutAsync(new MemoryStream(bytes), default))
            parts.Add(part);
        return parts;
    }

    public static InitPart Init(this IEnumerable<CutPart> parts, string rendition) => parts.OfType<InitPart>().Single(part => part.Rendition == rendition);

    public static List<SegmentPart> Segments(this IEnumerable<CutPart> parts, string rendition) =>
        [.. parts.OfType<SegmentPart>().Where(part => part.Rendition == rendition)];

    public static List<KeyFramePart> KeyFrames(this IEnumerable<CutPart> parts, string rendition) =>
        [.. parts.OfType<KeyFramePart>().Where(part => part.Rendition == rendition)];

    /// <summary>The rendition as one playable file.</summary>
    public static byte[] Joined(this IReadOnlyList<CutPart> parts, string rendition) =>
        [.. parts.Init(rendition).Bytes.ToArray(), .. parts.Segments(rendition).SelectMany(part => part.Bytes.ToArray())];
}

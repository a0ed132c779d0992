using StreamPlatform.Media.Live;
using StreamPlatform.Media.Tests.Packaging;

namespace StreamPlatform.Live.Tests.Cutting;

/// <summary>What ffmpeg writes for the cutter, made once and shared: 7.3 s, two sizes and sound, a fragment a sample.</summary>
internal static class Encoded
{
    public const int Frames = 219;

    /// <summary>Those of parts that are whole: 36 of six frames.</summary>
    public const int WholeFrames = 216;

    public static readonly DateTimeOffset StartsAt = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<byte[]>> Shared = new(() => Ffmpeg.MakeAsync(
        $"-f lavfi -i testsrc2=s=320x180:r=30:d={Frames / 30.0} -f lavfi -i sine=frequency=440:sample_rate=48000:d={Frames / 30.0} "
        + "-filter_complex [0:v]split=2[a][b];[b]scale=160:90[c] -map [a] -map [c] -map 1:a "
        + "-c:v libx264 -preset veryfast -tune zerolatency -threads 1 -g 30 -keyint_min 30 -sc_threshold 0 -c:a aac -ac 2 -b:a 64k "
        + "-movflags +cmaf+negative_cts_offsets+empty_moov+default_base_moof -frag_duration 1 -f mp4"));

    private static readonly Lazy<Task<LivePresentation>> SharedCut = new(async () => await CutAsync(new MemoryStream(await Shared.Value)));

    public static LiveGrid Grid { get; } = LiveGrid.For(30);

    public static IReadOnlyList<LiveTrackSpec> Tracks { get; } = [new("180p", true, 400_000), new("90p", true, 200_000), new("audio", false, 64_000)];

    public static Task<byte[]> BytesAsync() => Shared.Value;

    public static Task<LivePresentation> PresentationAsync() => SharedCut.Value;

    public static LivePresentation Empty() => new(Grid, Tracks, StartsAt);

    public static async Task<LivePresentation> CutAsync(Stream stream)
    {
        var presentation = Empty();
        await new LiveCutter(presentation).CutAsync(stream, default);
        return presentation;
    }

    /// <summary>The track as one playable file.</summary>
    public static byte[] Joined(this LiveTrack track) =>
        [.. track.Header!.Init.Span, .. track.Window.Segments.SelectMany(segment => segment.Parts).SelectMany(part => part.Bytes.ToArray())];
}

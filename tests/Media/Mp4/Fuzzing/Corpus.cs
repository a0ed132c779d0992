using CsCheck;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Tests.Packaging;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Mp4.Fuzzing;

/// <summary>What is damaged: small real files of every layout we read, and boxes that ffmpeg never writes.</summary>
internal static class Corpus
{
    private const string Picture = "-f lavfi -i testsrc2=s=64x64:r=30:d=0.6";
    private const string Sound = "-f lavfi -i sine=d=0.6:r=48000";
    private const string Encode = "-c:v libx264 -preset ultrafast -bf 2 -g 6 -c:a aac -b:a 32k";

    /// <summary>Grid of the fragmented files: segments of six frames.</summary>
    public static Domain.Processing.OutputGrid Grid { get; } = new(new Domain.Processing.Rational(30, 1), 15360, 512, 6, 6);

    public static async Task<IReadOnlyList<Seed>> MakeAsync()
    {
        var fragmented = await Fragmented($"{Picture} {Sound} {Encode}");
        var parts = await Encoded.CutAsync(fragmented, [new(0, "v", new VideoCut(Grid)), new(1, "a", AudioCut.Following(Grid))]);
        byte[][] files =
        [
            fragmented,
            await Fragmented($"{Picture} {Sound} -c:v libx265 -preset ultrafast -x265-params log-level=none -tag:v hvc1 -c:a libopus"),
            await Fragmented($"{Picture} -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 6"),
            await Progressive("mp4", $"{Picture} {Sound} {Encode}"),
            await Progressive("mp4", $"{Picture} {Sound} {Encode} -ss 0.1 -movflags +faststart"),
            await Progressive("mov", $"{Picture} {Sound} -c:v prores -c:a pcm_s16le"),
            await Progressive("mov", $"{Picture} {Sound} -c:v mjpeg -c:a aac"),
            await Progressive(
                "mp4", $"{Picture} -c:v libx264 -encryption_scheme cenc-aes-ctr -encryption_key 00112233445566778899aabbccddeeff -encryption_kid 112233445566778899aabbccddeeff00"),
            parts.Init("v").Bytes.ToArray(),
            parts.Init("a").Bytes.ToArray(),
            .. parts.Segments("v").Take(1).Concat(parts.Segments("a").Take(1)).Select(part => part.Bytes.ToArray()),
            .. Invented(),
        ];
        return [.. files.Select(bytes => new Seed(bytes))];
    }

    private static async Task<byte[]> Fragmented(string encode) =>
        await Progressive("mp4", $"{encode} -movflags +cmaf+negative_cts_offsets+empty_moov+default_base_moof+frag_keyframe+delay_moov");

    private static async Task<byte[]> Progressive(string extension, string encode) => await File.ReadAllBytesAsync(await Clips.MakeAsync(extension, encode));

    /// <summary>One of each type, four times, from a fixed seed.</summary>
    private static IEnumerable<byte[]> Invented()
    {
        for (var i = 0; i < 4; i++)
        {
            var made = new List<byte>();
            foreach (var generator in Boxes.ByType.Values.Concat(Boxes.ParentByType.Values))
                made.AddRange(generator.Generate(new PCG((uint)i), null, out _).ToBytes());
            yield return [.. made];
        }
    }
}

using System.Diagnostics;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Packaging;

/// <summary>Runs when nothing else does: the heap belongs to all tests.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

[Collection(Alone.Name)]
public sealed class LongStreamTests
{
    private const int Look = 25;

    /// <summary>Segments of 1.92 s: both tracks of the clip end with it, so that it can be repeated without a gap.</summary>
    private static readonly OutputGrid Grid = new(new Rational(25, 1), 12800, 512, 24, 48);

    [Fact]
    public async Task A_stream_ten_times_as_long_takes_no_more_memory()
    {
        // Once for nothing: what is compiled and kept for good is not the stream's.
        await HeapAsync(20);
        var (few, small) = await HeapAsync(100);
        var (many, large) = await HeapAsync(1000);
        Assert.InRange(many, few * 9, few * 11);
        // Facts of each segment are kept; its bytes, two hundred times as many, are not.
        Assert.InRange(large - small, -2_000_000, (many - few) * 1500L);
        Assert.InRange(large, 0, 8_000_000);
    }

    /// <summary>Segments cut of so many repetitions of a second, and the most live memory meanwhile.</summary>
    private static async Task<(int Segments, long Bytes)> HeapAsync(int repetitions)
    {
        var clip = await Clips.MakeAsync(
            "mp4",
            "-f lavfi -i testsrc2=s=320x180:r=25:d=0.96 -f lavfi -i sine=r=48000:d=0.96 -c:v libx264 -preset ultrafast -b:v 2M -bf 0 -g 24 -c:a flac -strict -2");
        var start = new ProcessStartInfo(
            "ffmpeg",
            $"-v error -nostdin -stream_loop {repetitions - 1} -i {clip} -c copy -strict -2 -movflags +empty_moov+default_base_moof+frag_keyframe -f mp4 pipe:1") { RedirectStandardOutput = true };
        using var ffmpeg = Process.Start(start)!;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (facts, most) = (new List<SegmentFacts>(), 0L);
        await foreach (var part in new SegmentCutter([new(0, "v", new VideoCut(Grid)), new(1, "a", AudioCut.Following(Grid))]).CutAsync(ffmpeg.StandardOutput.BaseStream, default))
        {
            if (part is not SegmentPart segment) continue;
            facts.Add(segment.Facts);
            if (facts.Count % Look == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        await ffmpeg.WaitForExitAsync();
        return (facts.Count, most);
    }
}

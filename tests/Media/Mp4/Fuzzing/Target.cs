using StreamPlatform.Media.Checking;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Sources;

namespace StreamPlatform.Media.Tests.Mp4.Fuzzing;

/// <summary>Everything that reads MP4 bytes, each with what it may throw.</summary>
internal static class Target
{
    private static readonly TrackSpec[] Tracks = [new(0, "v", new VideoCut(Corpus.Grid, KeyFrameSegments: 2)), new(1, "a", AudioCut.Following(Corpus.Grid))];

    /// <summary>Each takes bytes and tells whether it found nothing wrong with them.</summary>
    public static IReadOnlyList<(string Name, Func<byte[], bool> Reads)> Readers { get; } =
    [
        ("boxes", bytes => Try(() => Boxes(bytes))),
        ("cutter", bytes => Try(() => Now(CutAsync(bytes, Tracks)))),
        ("cutter of one track", bytes => Try(() => Now(CutAsync(bytes, Tracks[..1])))),
        ("segment", bytes => Try(() => SegmentContent.Read(bytes, []).Presents())),
        ("init segment", bytes => Try(() => InitContent.Read(bytes))),
        ("movie index", Index),
    ];

    /// <summary>What can be read can be written, and then reads and writes the same.</summary>
    private static void Boxes(byte[] bytes)
    {
        var boxes = BoxParser.ReadAll(bytes);
        foreach (var box in boxes)
            LookInto(box);
        var written = Write(boxes);
        if (!Write(BoxParser.ReadAll(written)).AsSpan().SequenceEqual(written)) throw new InvalidOperationException("What was written reads otherwise.");
    }

    private static void LookInto(Box box)
    {
        switch (box)
        {
            case ContainerBox container:
                foreach (var child in container.Children)
                    LookInto(child);
                break;
            case SampleDescriptionBox descriptions:
                foreach (var entry in descriptions.Entries)
                    Try(() => CodecString.Of(entry));
                break;
            case HevcConfigurationBox hevc:
                Try(() => hevc.ParameterSets());
                break;
            case SampleEncryptionBox encryption:
                Try(() => encryption.Samples(8));
                Try(() => encryption.Samples(0));
                break;
            case SampleGroupDescriptionBox groups:
                groups.RollDistance(0);
                break;
        }
    }

    private static byte[] Write(IReadOnlyList<Box> boxes)
    {
        var writer = new BoxWriter();
        writer.Boxes(boxes);
        return writer.ToArray();
    }

    private static async Task<long> CutAsync(byte[] bytes, TrackSpec[] tracks)
    {
        var parts = 0L;
        await foreach (var part in new SegmentCutter(tracks).CutAsync(new MemoryStream(bytes), default))
            parts++;
        return parts;
    }

    private static bool Index(byte[] bytes)
    {
        var layout = Now(MovieLayout.ReadAsync(Read, bytes.Length));
        if (layout is null || MovieIndex.Read(bytes.AsMemory((int)layout.Movie.Start, (int)layout.Movie.Length), bytes.Length) is not { } index) return false;
        foreach (var range in index.Opening().Concat(index.Ending()).Concat(index.Video(0, 1)).Concat(index.Audio(0.5, 1000)))
        {
            if (range.Start < 0 || range.End > bytes.Length || range.Length <= 0) throw new InvalidOperationException($"{range} is not in the file.");
        }

        return true;

        ValueTask<int> Read(long offset, Memory<byte> buffer)
        {
            var count = (int)Math.Clamp(bytes.Length - offset, 0, buffer.Length);
            bytes.AsMemory((int)offset, count).CopyTo(buffer);
            return ValueTask.FromResult(count);
        }
    }

    /// <summary>Memory never waits, so everything happens on this thread, whose allocations are counted.</summary>
    private static T Now<T>(Task<T> task) => task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("It waits for something.");

    private static bool Try(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (Exception expected) when (expected is Mp4Exception or SegmentDefectException)
        {
            // That is the promise.
            return false;
        }
    }
}

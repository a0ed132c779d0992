using CsCheck;
using StreamPlatform.Media.Mp4;
using StreamPlatform.Media.Packaging.Cutting;
using StreamPlatform.Media.Tests.Packaging;

namespace StreamPlatform.Media.Tests.Mp4;

/// <summary>Whatever the bytes are: our own exceptions, in bounded time and memory.</summary>
public sealed class HostileBytesTests
{
    [Fact]
    public async Task Damaged_fragments_give_segments_or_our_own_exceptions()
    {
        var original = await Encoded.BytesAsync();
        // The first fragments are enough, and headers are where the harm is.
        var head = original.AsSpan(0, 60_000).ToArray();
        await Gen.Select(Gen.Int[0, 6_000], Gen.Byte).Array[1, 8].SampleAsync(async edits =>
        {
            var bytes = (byte[])head.Clone();
            foreach (var (at, value) in edits)
                bytes[at] = value;
            try
            {
                await Encoded.CutAsync(bytes, Encoded.Tracks);
            }
            catch (Exception expected) when (expected is Mp4Exception or SegmentDefectException)
            {
                // That is the promise.
            }
        }, iter: 300, threads: 1);
    }

    [Fact]
    public async Task Damaged_segments_are_read_or_refused()
    {
        var parts = await Encoded.CutAsync(await Encoded.BytesAsync(), Encoded.Tracks);
        byte[] segment = parts.Segments("90p")[1].Bytes.ToArray(), init = parts.Init("90p").Bytes.ToArray();
        Gen.Select(Gen.Int[0, 1500], Gen.Byte).Array[1, 6].Sample(edits =>
        {
            foreach (var source in new[] { segment, init })
            {
                var bytes = (byte[])source.Clone();
                foreach (var (at, value) in edits)
                    bytes[at % bytes.Length] = value;
                try
                {
                    BoxParser.ReadAll(bytes);
                    SegmentContent.Read(bytes, []);
                }
                catch (Mp4Exception)
                {
                    // That is the promise.
                }
            }
        }, iter: 2000, threads: 1);
    }

    [Fact]
    public void Random_bytes_are_read_or_refused() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        foreach (var type in Boxes.ByType.Keys)
        {
            try
            {
                BoxParser.ReadBody(type, bytes);
            }
            catch (Mp4Exception)
            {
                // That is the promise.
            }
        }
    }, iter: 300);

    [Fact]
    public void A_count_that_no_bytes_back_costs_nothing()
    {
        byte[] body = [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var run = (TrackRunBox)BoxParser.ReadBody("trun", body);
        Assert.Equal(int.MaxValue, run.Samples.Count);
        Assert.Throws<Mp4Exception>(() => BoxParser.ReadBody("elst", body));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public async Task A_size_that_the_stream_does_not_hold_is_refused()
    {
        byte[] bytes = [0x7F, 0xFF, 0xFF, 0xFF, .. "moov"u8, 0, 0];
        await Assert.ThrowsAsync<Mp4Exception>(() => Encoded.CutAsync(bytes, Encoded.Tracks));
        byte[] large = [0, 0, 0, 1, .. "mdat"u8, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0];
        await Assert.ThrowsAsync<Mp4Exception>(() => Encoded.CutAsync(large, Encoded.Tracks));
    }

    [Fact]
    public void A_run_of_two_billion_bare_samples_is_written_at_once()
    {
        byte[] body = [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF];
        Assert.Equal(16, BoxParser.ReadBody("trun", body).ToBytes().Length);
    }

    [Fact]
    public async Task A_sample_that_claims_much_and_holds_little_costs_little()
    {
        var bytes = Fragment(new TrackFragmentHeaderBox(1, SampleDuration: 512, SampleSize: 200 << 20, SampleFlags: SampleFlags.Sync, BaseIsMoof: true), 1, default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await Assert.ThrowsAsync<Mp4Exception>(() => Encoded.CutAsync(bytes, [new(0, "v", new VideoCut(Encoded.Grid))]));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    [Fact]
    public async Task Samples_that_hold_nothing_are_not_multiplied()
    {
        var bytes = Fragment(new TrackFragmentHeaderBox(1, SampleDuration: 512, SampleFlags: SampleFlags.Sync, BaseIsMoof: true), 200_000, default);
        await Assert.ThrowsAsync<Mp4Exception>(() => Encoded.CutAsync(bytes, [new(0, "v", new VideoCut(Encoded.Grid))]));
    }

    [Fact]
    public void A_segment_in_memory_holds_no_more_samples_than_bytes()
    {
        var header = new TrackFragmentHeaderBox(1, SampleDuration: 512, SampleSize: 1, SampleFlags: SampleFlags.Sync, BaseIsMoof: true);
        byte[] body = [0, 0, 0, 0, 0, 3, 0, 0];
        var moof = new ContainerBox("moof", [new MovieFragmentHeaderBox(1), new ContainerBox("traf", [header, BoxParser.ReadBody("trun", body)])]).ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<Mp4Exception>(() => SegmentContent.Read(Enumerable.Repeat(moof, 600).SelectMany(bytes => bytes).ToArray(), []));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public async Task An_absurd_composition_offset_is_a_defect()
    {
        var header = new TrackFragmentHeaderBox(1, SampleDuration: 512, SampleSize: 1, SampleFlags: SampleFlags.Sync, BaseIsMoof: true);
        var bytes = Fragment(header, 2, new TrackRunSample(0, 0, default, int.MaxValue));
        var defect = await Assert.ThrowsAsync<SegmentDefectException>(() => Encoded.CutAsync(bytes, [new(0, "v", new VideoCut(Encoded.Grid))]));
        Assert.Equal("segment.composition", defect.Code);
    }

    /// <summary>A fragmented file of one video track: so many samples, the last of them as given, and an mdat that claims much and holds two bytes.</summary>
    private static byte[] Fragment(TrackFragmentHeaderBox header, int samples, TrackRunSample last)
    {
        var fields = last == default ? TrackRunFields.None : TrackRunFields.Composition;
        var run = new TrackRunBox(fields, 0, null, [.. Enumerable.Repeat(default(TrackRunSample), samples - 1), last]);
        var entry = new VideoSampleEntry("avc1", 1, 64, 64, "", [new AvcConfigurationBox(66, 0, 10, 4, [], [], default)]);
        Box[] boxes =
        [
            new ContainerBox("moov",
            [
                new ContainerBox("trak",
                [
                    new TrackHeaderBox(7, default, 1, 0, 0, 0, 0, TransformMatrix.Identity, 0, 0),
                    new ContainerBox("mdia",
                    [
                        new MediaHeaderBox(default, 15360, 0, 0x55C4),
                        new HandlerBox("vide", ""),
                        new ContainerBox("minf", [new ContainerBox("stbl", [new SampleDescriptionBox([entry])])]),
                    ]),
                ]),
                new ContainerBox("mvex", []),
            ]),
            Moof(Moof(0).ToBytes().Length + 8),
        ];
        return [.. boxes.SelectMany(box => box.ToBytes()), 0x7F, 0xFF, 0xFF, 0xFF, .. "mdat"u8, 1, 2];

        ContainerBox Moof(int offset) => new("moof", [new MovieFragmentHeaderBox(1), new ContainerBox("traf", [header, run with { DataOffset = offset }])]);
    }

    [Fact]
    public void Nesting_has_an_end()
    {
        var box = new ContainerBox("moov", []);
        for (var i = 0; i < 100; i++)
            box = new ContainerBox("moov", [box]);
        Assert.Throws<Mp4Exception>(() => BoxParser.ReadAll(box.ToBytes()));
    }
}

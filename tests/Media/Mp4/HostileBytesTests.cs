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
    public void Nesting_has_an_end()
    {
        var box = new ContainerBox("moov", []);
        for (var i = 0; i < 100; i++)
            box = new ContainerBox("moov", [box]);
        Assert.Throws<Mp4Exception>(() => BoxParser.ReadAll(box.ToBytes()));
    }
}

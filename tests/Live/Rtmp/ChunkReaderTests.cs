using CsCheck;
using StreamPlatform.Live.Rtmp;

namespace StreamPlatform.Live.Tests.Rtmp;

public sealed class ChunkReaderTests
{
    [Fact]
    public async Task Messages_come_out_as_they_went_in_whatever_they_were_cut_into() =>
        await Gen.Select(Gen.Byte.Array[1, 700], Gen.UInt, Gen.Int[2, 65_599], Gen.Int[1, 400]).Array[1, 6].SampleAsync(
            async messages =>
            {
                var (bytes, before) = (new List<byte>(), 128);
                foreach (var (body, time, chunk, size) in messages)
                {
                    bytes.AddRange(Wire.Message(RtmpMessageType.SetChunkSize, Wire.BigEndian((uint)size), chunk: 2, chunkBytes: before));
                    before = size;
                    bytes.AddRange(Wire.Message(RtmpMessageType.Video, body, time, 1, chunk == 2 ? 3 : chunk, size));
                }

                var reader = Wire.Reader([.. bytes]);
                foreach (var (body, time, _, _) in messages)
                {
                    var message = await reader.ReadAsync(default);
                    Assert.Equal((RtmpMessageType.Video, 1u, time), (message.Type, message.StreamId, message.Timestamp));
                    Assert.Equal(body, message.Body.ToArray());
                }
            },
            iter: 300);

    [Fact]
    public async Task Interleaved_chunk_streams_are_told_apart()
    {
        var (video, audio) = (Wire.Message(RtmpMessageType.Video, new byte[300], 40, 1, 6), Wire.Message(RtmpMessageType.Audio, [7, 7], 20, 1, 4));
        // The sound comes between the first and the second chunk of the picture.
        var reader = Wire.Reader([.. video[..(12 + 128)], .. audio, .. video[(12 + 128)..]]);

        Assert.Equal((RtmpMessageType.Audio, 20u), await TypeAndTimeAsync(reader));
        Assert.Equal((RtmpMessageType.Video, 40u), await TypeAndTimeAsync(reader));
    }

    [Fact]
    public async Task Shorter_headers_take_over_what_they_leave_out()
    {
        byte[] bytes =
        [
            .. Wire.Message(RtmpMessageType.Audio, [1], 1000, 1, 4),
            .. Wire.Basic(1, 4), .. Wire.Number(20), .. Wire.Number(2), 9, 5, 5,
            .. Wire.Basic(2, 4), .. Wire.Number(30), 6, 6,
            .. Wire.Basic(3, 4), 7, 7,
        ];
        var reader = Wire.Reader(bytes);

        Assert.Equal((RtmpMessageType.Audio, 1000u), await TypeAndTimeAsync(reader));
        Assert.Equal((RtmpMessageType.Video, 1020u), await TypeAndTimeAsync(reader));
        Assert.Equal((RtmpMessageType.Video, 1050u), await TypeAndTimeAsync(reader));
        var last = await reader.ReadAsync(default);
        Assert.Equal((1080u, 1u), (last.Timestamp, last.StreamId));
        Assert.Equal([7, 7], last.Body.ToArray());
    }

    [Fact]
    public async Task An_aborted_message_is_dropped()
    {
        byte[] bytes =
        [
            .. Wire.Message(RtmpMessageType.Video, new byte[200], 0, 1, 6)[..(12 + 128)],
            .. Wire.Message(RtmpMessageType.Abort, Wire.BigEndian(6), chunk: 2),
            .. Wire.Message(RtmpMessageType.Video, [1, 2], 5, 1, 6),
        ];

        Assert.Equal([1, 2], (await Wire.Reader(bytes).ReadAsync(default)).Body.ToArray());
    }

    [Fact]
    public async Task A_message_may_not_be_larger_than_is_granted()
    {
        var reader = Wire.Reader(Wire.Message(RtmpMessageType.Video, [1], chunk: 4)[..4] is var head ? [.. head, .. Wire.Number(RtmpLimits.MessageBytesBefore + 1), 9, 0, 0, 0, 0] : []);

        var refusal = await Assert.ThrowsAsync<RtmpException>(async () => await reader.ReadAsync(default));
        Assert.Equal("rtmp.too_much", refusal.Code);
    }

    [Fact]
    public async Task More_chunk_streams_than_are_granted_are_refused()
    {
        var reader = Wire.Reader([.. Enumerable.Range(3, RtmpLimits.ChunkStreams + 1).SelectMany(chunk => Wire.Message(RtmpMessageType.Audio, [1], chunk: chunk))]);

        for (var i = 0; i < RtmpLimits.ChunkStreams; i++)
            await reader.ReadAsync(default);
        Assert.Equal("rtmp.too_much", (await Assert.ThrowsAsync<RtmpException>(async () => await reader.ReadAsync(default))).Code);
    }

    [Fact]
    public async Task Messages_that_never_become_whole_take_no_more_than_is_granted()
    {
        // All but the last byte of each.
        var begun = new byte[RtmpLimits.MessageBytes - 1];
        var reader = Wire.Reader(
        [
            .. Wire.Message(RtmpMessageType.SetChunkSize, Wire.BigEndian(RtmpLimits.MessageBytes - 1), chunk: 2),
            .. Enumerable.Range(3, 4).SelectMany(chunk => (byte[])[.. Wire.Basic(0, chunk), .. Wire.Number(0), .. Wire.Number(RtmpLimits.MessageBytes), 9, 1, 0, 0, 0, .. begun]),
        ]);
        reader.MessageBytes = RtmpLimits.MessageBytes;

        Assert.Equal("rtmp.too_much", (await Assert.ThrowsAsync<RtmpException>(async () => await reader.ReadAsync(default))).Code);
    }

    [Theory]
    [InlineData("C3")]
    [InlineData("0200000000000401000000000000000000")]
    [InlineData("020000000000040100000000FFFFFFFF")]
    [InlineData("020000000000020100000000" + "0001")]
    public async Task What_is_no_chunk_is_refused(string hex) =>
        Assert.Equal("rtmp.malformed", (await Assert.ThrowsAsync<RtmpException>(async () => await Wire.Reader(Convert.FromHexString(hex)).ReadAsync(default))).Code);

    [Fact]
    public async Task Any_bytes_are_messages_or_are_refused()
    {
        var valid = Wire.Publish("key")[Wire.Handshake.Length..];
        await Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Byte).Array[0, 6].SelectMany(patches => Gen.Byte.Array[0, 60].Select(tail =>
        {
            byte[] bytes = [.. valid, .. tail];
            foreach (var (at, value) in patches)
                bytes[at] = value;
            return bytes;
        })).SampleAsync(
            async bytes =>
            {
                var reader = Wire.Reader(bytes);
                var failure = await Record.ExceptionAsync(async () =>
                {
                    while (true)
                        await reader.ReadAsync(default);
                });
                Assert.True(failure is RtmpException or EndOfStreamException, failure?.ToString());
            },
            iter: 5000);
    }

    private static async Task<(RtmpMessageType Type, uint Time)> TypeAndTimeAsync(ChunkReader reader) =>
        await reader.ReadAsync(default) is var message ? (message.Type, message.Timestamp) : default;
}

using System.IO.Pipelines;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Live.Rtmp;

namespace StreamPlatform.Live.Tests.Rtmp;

public sealed class RtmpSessionTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Taken _publisher = new();
    private readonly Pipe _toServer = new(), _fromServer = new(new PipeOptions(pauseWriterThreshold: 0));

    [Fact]
    public async Task An_encoder_publishes_and_what_it_sends_is_taken_in_order()
    {
        var session = SendAsync(
        [
            .. Wire.Publish("sk_1"),
            .. Wire.Message(RtmpMessageType.Data, new Amf0Writer().Text("@setDataFrame").Text("onMetaData").Object(("encoder", "test")).ToArray(), 0, 1, 4),
            .. Wire.Message(RtmpMessageType.Video, new byte[200], 10, 1, 6),
            .. Wire.Message(RtmpMessageType.Audio, [1, 2, 3], 20, 1, 4),
            .. Wire.Command("deleteStream", 5, command => command.Null().Number(1)),
        ]);

        await session;
        Assert.Equal("sk_1", _publisher.Key);
        Assert.Equal("test", _publisher.Told["encoder"]);
        Assert.Equal([(RtmpMessageType.Video, 10u, 200), (RtmpMessageType.Audio, 20u, 3)], _publisher.Media);
        Assert.Equal(["_result", "_result", "_result", "onStatus"], await AnswersAsync());
    }

    [Fact]
    public async Task A_refused_key_is_told_with_its_reason()
    {
        _publisher.Refusal = new RtmpException("live.key_unknown", "No live stream has this key.");
        var session = Session();
        await _toServer.Writer.WriteAsync(Wire.Publish("wrong"));

        var refusal = await Assert.ThrowsAsync<RtmpException>(() => session.RunAsync(default));
        await session.RefuseAsync(refusal.Message);

        Assert.Equal("live.key_unknown", refusal.Code);
        await _fromServer.Writer.CompleteAsync();
        var last = (await CommandsAsync())[^1];
        Assert.Equal("onStatus", last.Name);
        var status = Assert.IsType<Dictionary<string, object?>>(last.Arguments[1]);
        Assert.Equal(("NetStream.Publish.BadName", "No live stream has this key."), (status["code"], status["description"]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1600, 0)]
    [InlineData(3073, 0)]
    [InlineData(3100, 0)]
    public async Task Who_dawdles_before_publishing_is_sent_away(int sent, int _)
    {
        var session = Session().RunAsync(default);
        await _toServer.Writer.WriteAsync(Wire.Publish("key").AsMemory(0, sent));

        _time.Advance(RtmpLimits.UntilPublished);

        Assert.Equal("rtmp.too_slow", (await Assert.ThrowsAsync<RtmpException>(() => session)).Code);
    }

    [Fact]
    public async Task An_encoder_that_falls_silent_is_sent_away()
    {
        var session = Session().RunAsync(default);
        await _toServer.Writer.WriteAsync(Wire.Publish("key"));
        await _toServer.Writer.WriteAsync(Wire.Message(RtmpMessageType.Audio, [1], 0, 1, 4));
        await _publisher.Received.WaitAsync();

        // Talk is silence too.
        while (!session.IsCompleted)
        {
            // Who was sent away reads no more: what is written then may never go through.
            var talk = _toServer.Writer.WriteAsync(Wire.Message(RtmpMessageType.UserControl, [0, 6, 0, 0, 0, 0], chunk: 2)).AsTask();
            _time.Advance(TimeSpan.FromSeconds(3));
            await Task.WhenAny(session, talk);
            await Task.Yield();
        }

        Assert.Equal("rtmp.no_data", (await Assert.ThrowsAsync<RtmpException>(() => session)).Code);
    }

    [Fact]
    public async Task What_is_sent_is_acknowledged()
    {
        var bytes = new List<byte>(Wire.Publish("key"));
        bytes.AddRange(Wire.Message(RtmpMessageType.SetChunkSize, Wire.BigEndian(65536), chunk: 2));
        for (var i = 0; i < 50; i++)
            bytes.AddRange(Wire.Message(RtmpMessageType.Video, new byte[60_000], (uint)i, 1, 6, 65536));
        bytes.AddRange(Wire.Command("FCUnpublish", 9, command => command.Null()));

        await SendAsync([.. bytes]);

        Assert.Equal(2, (await MessagesAsync()).Count(message => message.Type == RtmpMessageType.Acknowledgement));
    }

    [Theory]
    [InlineData("play")]
    [InlineData("publish")]
    [InlineData("createStream")]
    public async Task Commands_out_of_their_turn_are_refused(string name) =>
        await RefusedAsync([.. Wire.Handshake, .. Wire.Command(name, 1, command => command.Null().Text("x"))]);

    [Fact]
    public async Task Pictures_before_anything_is_published_are_refused() =>
        Assert.Equal("rtmp.malformed", await RefusedAsync([.. Wire.Handshake, .. Wire.Message(RtmpMessageType.Video, [1], 0, 1, 6)]));

    [Theory]
    [InlineData(RtmpMessageType.CommandAmf3)]
    [InlineData(RtmpMessageType.DataAmf3)]
    [InlineData(RtmpMessageType.Aggregate)]
    public async Task Messages_that_are_not_taken_say_so(object type) =>
        Assert.Equal("rtmp.unsupported", await RefusedAsync([.. Wire.Publish("key"), .. Wire.Message((RtmpMessageType)type, [0, 0], 0, 1, 6)]));

    [Fact]
    public async Task Who_talks_and_publishes_nothing_is_sent_away() =>
        Assert.Equal("rtmp.too_much", await RefusedAsync([.. Wire.Handshake, .. Enumerable.Repeat(Wire.Message(RtmpMessageType.UserControl, [0, 6, 0, 0, 0, 0], chunk: 2), RtmpLimits.MessagesBefore + 1).SelectMany(bytes => bytes)]));

    [Fact]
    public async Task What_speaks_HTTP_gets_no_answer()
    {
        Assert.Equal("rtmp.malformed", await RefusedAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray()));
        await _fromServer.Writer.CompleteAsync();
        Assert.True((await _fromServer.Reader.ReadAsync()).Buffer.IsEmpty);
    }

    [Fact]
    public async Task Any_bytes_after_the_handshake_end_in_a_refusal_or_with_the_connection()
    {
        var valid = Wire.Publish("key");
        await Gen.Select(Gen.Int[Wire.Handshake.Length, valid.Length - 1], Gen.Byte).Array[1, 5].SampleAsync(
            async patches =>
            {
                var bytes = valid.ToArray();
                foreach (var (at, value) in patches)
                    bytes[at] = value;
                var answers = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
                var failure = await Record.ExceptionAsync(() => new RtmpSession(PipeReader.Create(new MemoryStream(bytes)), answers.Writer, new Taken(), new RtmpTimeouts(TimeSpan.FromSeconds(10), TimeProvider.System)).RunAsync(default));
                Assert.True(failure is null or RtmpException or EndOfStreamException, failure?.ToString());
            },
            iter: 1000);
    }

    private RtmpSession Session() => new(_toServer.Reader, _fromServer.Writer, _publisher, new RtmpTimeouts(TimeSpan.FromSeconds(10), _time));

    private async Task SendAsync(byte[] bytes)
    {
        var session = Session().RunAsync(default);
        await _toServer.Writer.WriteAsync(bytes);
        await _toServer.Writer.CompleteAsync();
        await session;
        await _fromServer.Writer.CompleteAsync();
    }

    private async Task<string> RefusedAsync(byte[] bytes)
    {
        var session = Session();
        await _toServer.Writer.WriteAsync(bytes);
        var refusal = await Assert.ThrowsAsync<RtmpException>(() => session.RunAsync(default));
        if (bytes[0] != 3) await session.RefuseAsync(refusal.Message);
        return refusal.Code;
    }

    private async Task<IReadOnlyList<string>> AnswersAsync() => [.. (await CommandsAsync()).Select(command => command.Name)];

    private async Task<IReadOnlyList<RtmpCommand>> CommandsAsync() =>
        [.. (await MessagesAsync()).Where(message => message.Type == RtmpMessageType.Command).Select(message => RtmpCommand.Read(message.Body.Span))];

    private async Task<List<RtmpMessage>> MessagesAsync()
    {
        var wire = new WireReader(_fromServer.Reader);
        await wire.ReadAsync(new byte[1 + 1536 + 1536], default);
        var (reader, messages) = (new ChunkReader(wire), new List<RtmpMessage>());
        await Assert.ThrowsAsync<EndOfStreamException>(async () =>
        {
            while (true)
                messages.Add(await reader.ReadAsync(default));
        });
        return messages;
    }

    private sealed class Taken : IPublisher
    {
        public string? Key { get; private set; }

        public RtmpException? Refusal { get; set; }

        public IReadOnlyDictionary<string, object?> Told { get; private set; } = new Dictionary<string, object?>();

        public List<(RtmpMessageType, uint, int)> Media { get; } = [];

        public SemaphoreSlim Received { get; } = new(0);

        public Task AdmitAsync(string streamKey, CancellationToken ct)
        {
            Key = streamKey;
            return Refusal is null ? Task.CompletedTask : Task.FromException(Refusal);
        }

        public void Metadata(IReadOnlyDictionary<string, object?> metadata) => Told = metadata;

        public ValueTask MediaAsync(RtmpMessage message, CancellationToken ct)
        {
            Media.Add((message.Type, message.Timestamp, message.Body.Length));
            Received.Release();
            return ValueTask.CompletedTask;
        }
    }
}

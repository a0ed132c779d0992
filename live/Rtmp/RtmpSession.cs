using System.IO.Pipelines;

namespace StreamPlatform.Live.Rtmp;

/// <summary>
/// One encoder's connection: handshake, <c>connect</c>, <c>createStream</c>, <c>publish</c>, then messages until it leaves
/// (RTMP 1.0, 7.2). Nothing is played from here, and each connection publishes once.
/// </summary>
internal sealed class RtmpSession(PipeReader input, PipeWriter output, IPublisher publisher, RtmpTimeouts timeouts)
{
    private const uint MediaStream = 1;

    private readonly WireReader _wire = new(input);
    private readonly ChunkWriter _writer = new(output);
    private long _acknowledged;
    private long _window = RtmpLimits.WindowBytes;
    private bool _isConnected;
    private bool _isPublishing;

    /// <summary>Until the encoder leaves.</summary>
    /// <exception cref="RtmpException">It had to be sent away; it has been told.</exception>
    /// <exception cref="EndOfStreamException">It closed without a word.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(RtmpLimits.UntilPublished, timeouts.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            await RtmpHandshake.AcceptAsync(_wire, output, both.Token);
            var chunks = new ChunkReader(_wire);
            for (var messages = 0; !_isPublishing; messages++)
            {
                if (messages == RtmpLimits.MessagesBefore) throw RtmpException.TooMuch($"{messages} messages came, and nothing is published.");
                if (!await HandleAsync(await chunks.ReadAsync(both.Token), both.Token)) return;
                await AcknowledgeAsync(both.Token);
            }

            chunks.MessageBytes = RtmpLimits.MessageBytes;
            patience.CancelAfter(timeouts.NoData);
            RtmpMessage message;
            do
            {
                await AcknowledgeAsync(both.Token);
                message = await chunks.ReadAsync(both.Token);
                // Talk alone keeps nobody's place.
                if (message.Type is RtmpMessageType.Audio or RtmpMessageType.Video) patience.CancelAfter(timeouts.NoData);
            }
            while (await HandleAsync(message, both.Token));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw _isPublishing
                ? new RtmpException("rtmp.no_data", $"Nothing came for {timeouts.NoData.TotalSeconds} s.")
                : new RtmpException("rtmp.too_slow", $"Nothing was published for {RtmpLimits.UntilPublished.TotalSeconds} s.");
        }
    }

    /// <summary>Tells the encoder why it has to go, as far as it still listens.</summary>
    public async Task RefuseAsync(string reason)
    {
        // Who hasn't spoken RTMP until now wouldn't understand it either.
        if (!_isConnected) return;
        using var limit = new CancellationTokenSource(RtmpLimits.Write, timeouts.Time);
        try
        {
            await StatusAsync("error", _isPublishing ? "NetStream.Publish.Failed" : "NetStream.Publish.BadName", reason, limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException)
        {
            // It has gone already.
        }
    }

    /// <returns>False when the encoder leaves.</returns>
    private async ValueTask<bool> HandleAsync(RtmpMessage message, CancellationToken ct)
    {
        switch (message.Type)
        {
            case RtmpMessageType.Command:
                return await HandleAsync(RtmpCommand.Read(message.Body.Span), ct);
            case RtmpMessageType.Audio or RtmpMessageType.Video when _isPublishing && message.StreamId == MediaStream:
                await publisher.MediaAsync(message, ct);
                return true;
            case RtmpMessageType.Data when _isPublishing && message.StreamId == MediaStream:
                publisher.Metadata(MetadataOf(message.Body.Span));
                return true;
            case RtmpMessageType.WindowSize when message.Body.Length >= 4:
                _window = Math.Max(1024, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(message.Body.Span));
                return true;
            case RtmpMessageType.Acknowledgement or RtmpMessageType.UserControl or RtmpMessageType.PeerBandwidth or RtmpMessageType.WindowSize:
                return true;
            case RtmpMessageType.Audio or RtmpMessageType.Video or RtmpMessageType.Data:
                throw RtmpException.Malformed($"A message of type {message.Type} came before anything is published.");
            default:
                throw new RtmpException("rtmp.unsupported", $"Messages of type {(byte)message.Type} are not taken; encode to H.264 and AAC over plain RTMP.");
        }
    }

    private async ValueTask<bool> HandleAsync(RtmpCommand command, CancellationToken ct)
    {
        switch (command.Name)
        {
            case "connect" when !_isConnected:
                await ConnectAsync(command, ct);
                return true;
            case "createStream" when _isConnected:
                await _writer.WriteAsync(0, new Amf0Writer().Text("_result").Number(command.Transaction).Null().Number(MediaStream), ct);
                return true;
            case "publish" when _isConnected && !_isPublishing:
                await publisher.AdmitAsync(command.Text(1) ?? "", ct);
                _isPublishing = true;
                await StatusAsync("status", "NetStream.Publish.Start", "On air.", ct);
                return true;
            case "FCUnpublish" or "deleteStream" or "closeStream":
                return !_isPublishing;
            case "connect" or "createStream" or "publish":
                throw RtmpException.Malformed($"{command.Name} came when it can't.");
            case "play" or "play2":
                throw new RtmpException("rtmp.unsupported", "Nothing is played by RTMP.");
            default:
                // releaseStream, FCPublish and others of their kind: an answer hurts nobody, and some wait for it.
                if (command.Transaction > 0) await _writer.WriteAsync(0, new Amf0Writer().Text("_result").Number(command.Transaction).Null().Null(), ct);
                return true;
        }
    }

    private async Task ConnectAsync(RtmpCommand command, CancellationToken ct)
    {
        _isConnected = true;
        await _writer.WriteAsync(RtmpMessageType.WindowSize, RtmpLimits.WindowBytes, ct);
        await _writer.WriteAsync(RtmpMessageType.PeerBandwidth, RtmpLimits.WindowBytes, ct);
        await _writer.WriteAsync(RtmpMessageType.SetChunkSize, RtmpLimits.OurChunkBytes, ct);
        await _writer.WriteAsync(
            0,
            new Amf0Writer().Text("_result").Number(command.Transaction)
                .Object(("fmsVer", "FMS/3,5,7,7009"))
                .Object(("level", "status"), ("code", "NetConnection.Connect.Success"), ("description", "Connected.")),
            ct);
    }

    private Task StatusAsync(string level, string code, string description, CancellationToken ct) =>
        _writer.WriteAsync(MediaStream, new Amf0Writer().Text("onStatus").Number(0).Null().Object(("level", level), ("code", code), ("description", description)), ct);

    /// <summary>Acknowledgement (5.4.3), once the peer has sent as much as it wants to hear of.</summary>
    private async ValueTask AcknowledgeAsync(CancellationToken ct)
    {
        if (_wire.Position - _acknowledged < Math.Min(_window, RtmpLimits.WindowBytes) / 2) return;
        _acknowledged = _wire.Position;
        await _writer.WriteAsync(RtmpMessageType.Acknowledgement, unchecked((uint)_wire.Position), ct);
    }

    /// <summary><c>@setDataFrame</c>, <c>onMetaData</c> and an object; anything else tells nothing.</summary>
    private static Dictionary<string, object?> MetadataOf(ReadOnlySpan<byte> body)
    {
        var reader = new Amf0Reader(body);
        while (!reader.IsAtEnd)
        {
            if (reader.Value() is Dictionary<string, object?> found) return found;
        }

        return [];
    }
}

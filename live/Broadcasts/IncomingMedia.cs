using StreamPlatform.Live.Rtmp;
using StreamPlatform.Media.Live;

namespace StreamPlatform.Live.Broadcasts;

/// <summary>
/// Looks at what an encoder sends before anything is done with it (Adobe Flash Video File Format 10.1, E.4.2, E.4.3): H.264 and
/// AAC only, one configuration of each, pictures of a size that we decode, a clock that runs, no more than is granted.
/// </summary>
internal sealed class IncomingMedia(int maxKilobits, TimeProvider time)
{
    private const int Avc = 7, Aac = 10, KeyFrame = 1;

    /// <summary>Messages a second: 120 pictures, and sound in the smallest access units there are.</summary>
    private const int MaxMessages = 250;

    /// <summary>How long sound, or pictures that build on others, may come before a key frame does: less than a lease that nobody renews yet.</summary>
    private static readonly TimeSpan UntilKeyFrame = TimeSpan.FromSeconds(15);

    private readonly long _began = time.GetTimestamp();
    private readonly MediaClock _clock = new();
    private readonly Allowance _bytes = new(maxKilobits * 125.0, time);
    private readonly Allowance _messages = new(MaxMessages, time);
    private byte[]? _video;
    private byte[]? _audio;
    private (int Width, int Height) _size;
    private double? _rate;
    private bool _hasStarted;

    /// <summary>What is sent; null before the first key frame. Sound that begins later is left out.</summary>
    public LiveSource? Source { get; private set; }

    /// <summary>The configurations, as the tags that come first.</summary>
    public IEnumerable<FlvTag> Headers => new[] { (Type: 9, Body: _video), (Type: 8, Body: Source?.HasAudio == true ? _audio : null) }
        .Where(header => header.Body is not null).Select(header => new FlvTag((byte)header.Type, 0, header.Body));

    public void Metadata(IReadOnlyDictionary<string, object?> metadata) =>
        _rate ??= metadata.TryGetValue("framerate", out var rate) && rate is double frames and > 0 and < 1000 ? frames : null;

    /// <returns>What is to be encoded; null for what is of no use to the encoder: configurations, and what precedes the first key frame.</returns>
    /// <exception cref="RtmpException">The encoder has to go.</exception>
    public FlvTag? Take(RtmpMessage message)
    {
        if (!_messages.Take(1)) throw LiveRefusal.TooManyMessages();
        if (!_bytes.Take(message.Body.Length)) throw LiveRefusal.TooMuch(maxKilobits);
        if (!_hasStarted && time.GetElapsedTime(_began) > UntilKeyFrame) throw LiveRefusal.NoPictures();
        var isUseful = message.Type == RtmpMessageType.Video ? Video(message.Body.Span) : Audio(message.Body.Span);
        return isUseful && _hasStarted ? new FlvTag((byte)message.Type, _clock.Tick(message.Timestamp), message.Body) : null;
    }

    private bool Video(ReadOnlySpan<byte> body)
    {
        if (body.Length < 2) return false;
        if ((body[0] & 0x80) != 0) throw LiveRefusal.CodecUnsupported("Enhanced RTMP");
        if ((body[0] & 15) != Avc) throw LiveRefusal.CodecUnsupported($"Video codec {body[0] & 15}");
        if (body.Length < 6) return false;
        if (body[1] == 0)
        {
            _size = AvcSequence.SizeOf(body[5..]) ?? throw LiveRefusal.PictureUnsupported();
            Keep(ref _video, body);
            return false;
        }

        if (body[1] != 1 || _video is null) return false;
        if (!_hasStarted && body[0] >> 4 == KeyFrame)
        {
            _hasStarted = true;
            Source = new LiveSource(_size.Width, _size.Height, _rate, _audio is not null);
        }

        return true;
    }

    private bool Audio(ReadOnlySpan<byte> body)
    {
        if (body.Length < 2) return false;
        if (body[0] >> 4 != Aac) throw LiveRefusal.CodecUnsupported($"Audio codec {body[0] >> 4}");
        if (body[1] != 0) return Source?.HasAudio == true && body.Length > 2;
        if (Source?.HasAudio != false) Keep(ref _audio, body);
        return false;
    }

    private static void Keep(ref byte[]? kept, ReadOnlySpan<byte> body)
    {
        if (kept is not null && !body.SequenceEqual(kept)) throw LiveRefusal.SettingsChanged();
        kept ??= body.ToArray();
    }
}

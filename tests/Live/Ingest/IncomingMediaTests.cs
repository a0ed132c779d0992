using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Live.Broadcasts;
using StreamPlatform.Live.Rtmp;

namespace StreamPlatform.Live.Tests.Ingest;

public sealed class IncomingMediaTests
{
    /// <summary>Of 320×180, High, as x264 writes it.</summary>
    private static readonly byte[] VideoHeader = Convert.FromHexString("1700000000" + AvcSequenceTests.Small);

    private static readonly byte[] AudioHeader = [0xAF, 0, 0x12, 0x10];

    private static readonly byte[] Key = [0x17, 1, 0, 0, 0, 1], Inter = [0x27, 1, 0, 0, 0, 1], Sound = [0xAF, 1, 0x21];

    private readonly FakeTimeProvider _time = new();
    private readonly IncomingMedia _media;

    public IncomingMediaTests() => _media = new IncomingMedia(8000, _time);

    [Fact]
    public void A_broadcast_starts_with_its_first_key_frame_at_zero()
    {
        _media.Metadata(new Dictionary<string, object?> { ["framerate"] = 25.0 });
        Assert.Null(Video(VideoHeader, 0));
        Assert.Null(Audio(AudioHeader, 0));
        Assert.Null(Video(Inter, 5000));
        Assert.Null(Audio(Sound, 5020));
        Assert.Null(_media.Source);

        Assert.Equal(0u, Video(Key, 5040)?.Time);
        Assert.Equal(13u, Audio(Sound, 5053)?.Time);
        Assert.Equal(40u, Video(Inter, 5080)?.Time);
        Assert.Equal(new(320, 180, 25, true), _media.Source);
        Assert.Equal([9, 8], _media.Headers.Select(header => (int)header.Type));
    }

    [Fact]
    public void Without_sound_pictures_are_taken_alone_and_sound_that_begins_later_is_left_out()
    {
        Video(VideoHeader, 0);
        Assert.NotNull(Video(Key, 0));
        Assert.False(_media.Source!.HasAudio);
        Assert.Null(Audio(AudioHeader, 10));
        Assert.Null(Audio(Sound, 10));
        Assert.Single(_media.Headers);
    }

    [Theory]
    [InlineData("1C0000000001", "Video codec 12")]
    [InlineData("2200", "Video codec 2")]
    [InlineData("9068766331", "Enhanced RTMP")]
    public void Other_pictures_than_H264_are_sent_away(string body, string found) => Refused("live.codec_unsupported", () => Video(Convert.FromHexString(body), 0), found);

    [Theory]
    [InlineData("2F00")]
    [InlineData("7F0000")]
    [InlineData("900000")]
    public void Other_sound_than_AAC_is_sent_away(string body) => Refused("live.codec_unsupported", () => Audio(Convert.FromHexString(body), 0));

    [Theory]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("1700")]
    [InlineData("1701000000")]
    public void What_is_too_short_to_be_anything_is_passed_over(string body)
    {
        Assert.Null(Video(Convert.FromHexString(body), 0));
        Assert.Null(Audio([], 0));
    }

    [Fact]
    public void Settings_that_change_end_the_broadcast_and_those_that_are_repeated_do_not()
    {
        Start();
        Assert.Null(Video(VideoHeader, 100));
        var other = VideoHeader.ToArray();
        other[^1]++;
        Refused("live.settings_changed", () => Video(other, 100));
    }

    [Fact]
    public void A_header_that_is_none_is_refused() => Refused("live.picture_unsupported", () => Video([.. VideoHeader[..14], 0xFF, 0xFF, 0xFF], 0));

    [Theory]
    [InlineData(5001u)]
    [InlineData(4_000_000_000u)]
    [InlineData(1_000_000u)]
    public void A_clock_that_jumps_ends_the_broadcast(uint to)
    {
        Start();
        Refused("live.clock_jumped", () => Video(Inter, to));
    }

    [Fact]
    public void A_clock_may_wrap_and_step_back_a_little()
    {
        Video(VideoHeader, 0);
        Assert.Equal(0u, Video(Key, uint.MaxValue - 100)?.Time);
        Assert.Equal(111u, Video(Inter, 10)?.Time);
        Assert.Equal(101u, Video(Inter, 0)?.Time);
        Assert.Equal(0u, Video(Inter, uint.MaxValue - 900)?.Time);
    }

    [Fact]
    public void Who_sends_sound_alone_keeps_no_place()
    {
        Audio(AudioHeader, 0);
        Assert.Null(Audio(Sound, 0));
        _time.Advance(TimeSpan.FromSeconds(16));
        Refused("live.no_pictures", () => Audio(Sound, 16_000));
    }

    [Fact]
    public void More_than_is_granted_over_ten_seconds_ends_the_broadcast()
    {
        Start();
        byte[] second = [0x27, 1, .. new byte[1_000_000]];
        for (var i = 0; i < 9; i++)
            Video(second, 10);
        _time.Advance(TimeSpan.FromSeconds(1));
        Video(second, 10);
        Refused("live.bitrate_exceeded", () => Video(second, 10));
    }

    [Fact]
    public void More_frames_than_any_picture_needs_end_the_broadcast()
    {
        Start();
        Refused("live.rate_exceeded", () =>
        {
            for (var i = 0; i < 2600; i++)
                Video(Inter, 10);
        });
    }

    private void Start()
    {
        Video(VideoHeader, 0);
        Assert.NotNull(Video(Key, 0));
    }

    private FlvTag? Video(byte[] body, uint time) => _media.Take(new RtmpMessage(RtmpMessageType.Video, 1, time, body));

    private FlvTag? Audio(byte[] body, uint time) => _media.Take(new RtmpMessage(RtmpMessageType.Audio, 1, time, body));

    private static void Refused(string code, Action act, string? says = null)
    {
        var refusal = Assert.Throws<RtmpException>(act);
        Assert.Equal(code, refusal.Code);
        if (says is not null) Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }
}

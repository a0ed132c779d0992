using Microsoft.Extensions.Time.Testing;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Probing;

public sealed class ProbingTests : IDisposable
{
    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task A_plain_video_is_described_by_what_was_counted()
    {
        var info = (await _media.ProbeAsync(await Clips.VideoAsync("320x180", "30000/1001", 3.003))).Value;

        Assert.Equal((320, 180), (info.Video!.Width, info.Video.Height));
        Assert.Equal(new Rational(30000, 1001), info.Video.FrameRate);
        Assert.Equal(90, info.Video.Frames);
        Assert.InRange(info.DurationSeconds, 2.99, 3.06);
        Assert.Equal("aac", Assert.Single(info.Audio).Codec);
        Assert.Empty(info.Warnings);
    }

    [Fact]
    public async Task Nothing_is_left_in_scratch()
    {
        await _media.ProbeAsync(await Clips.VideoAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_media.Scratch.Folder));
    }

    [Fact]
    public async Task A_quarter_turn_swaps_width_and_height()
    {
        var flat = await Clips.VideoAsync("320x180");
        var turned = await Clips.MakeAsync("mp4", $"-i {flat} -c copy -metadata:s:v:0 rotate=90");
        var video = (await _media.ProbeAsync(turned)).Value.Video!;
        Assert.Equal((180, 320), (video.Width, video.Height));
    }

    [Fact]
    public async Task Anamorphic_pictures_are_measured_in_square_pixels()
    {
        var file = await Clips.MakeAsync("mp4", "-f lavfi -i testsrc2=s=720x576:r=25:d=1,setsar=64/45 -c:v libx264 -preset ultrafast");
        var video = (await _media.ProbeAsync(file)).Value.Video!;
        Assert.Equal((1024, 576), (video.Width, video.Height));
    }

    [Fact]
    public async Task Cover_art_is_not_a_video()
    {
        var cover = await Clips.MakeAsync("jpg", "-f lavfi -i testsrc2=s=64x64:d=1 -frames:v 1");
        var file = await Clips.MakeAsync("m4a", $"-f lavfi -i sine=d=1 -i {cover} -map 0 -map 1 -c:a aac -c:v copy -disposition:v attached_pic");
        var info = (await _media.ProbeAsync(file)).Value;
        Assert.Null(info.Video);
        Assert.Single(info.Audio);
    }

    [Theory]
    [InlineData("-itsoffset 0.5 -f lavfi -i sine=d=1 -f lavfi -i testsrc2=s=160x90:r=30:d=1")]
    [InlineData("-f lavfi -i sine=d=1 -itsoffset 0.5 -f lavfi -i testsrc2=s=160x90:r=30:d=1")]
    public async Task A_track_that_starts_later_than_the_other_is_kept(string inputs)
    {
        var file = await Clips.MakeAsync("mkv", $"{inputs} -c:v libx264 -preset ultrafast -c:a aac");
        var info = (await _media.ProbeAsync(file)).Value;
        Assert.NotNull(info.Video);
        Assert.Single(info.Audio);
        Assert.Empty(info.Warnings);
    }

    [Fact]
    public async Task Languages_are_bcp_47()
    {
        var file = await Clips.MakeAsync(
            "mkv", "-f lavfi -i sine=d=1 -f lavfi -i sine=d=1 -map 0 -map 1 -c:a aac -metadata:s:a:0 language=ger -metadata:s:a:1 language=gsw");
        Assert.Equal(["de", "gsw"], (await _media.ProbeAsync(file)).Value.Audio.Select(track => track.Language));
    }

    [Fact]
    public async Task A_fragmented_file_that_claims_hours_is_measured()
    {
        var file = await Clips.MakeAsync("mp4", "-f lavfi -i testsrc2=s=160x90:r=30:d=1 -c:v libx264 -preset ultrafast -movflags frag_keyframe+empty_moov");
        var bytes = await File.ReadAllBytesAsync(file);
        Hostile.ClaimDuration(bytes, 100_000);
        var liar = Clips.NewPath("mp4");
        await File.WriteAllBytesAsync(liar, bytes);

        var info = (await _media.ProbeAsync(liar)).Value;

        Assert.InRange(info.DurationSeconds, 0.9, 1.1);
    }

    [Fact]
    public async Task A_long_file_is_read_at_both_ends_only()
    {
        var file = await Clips.VideoAsync("160x90", "10", 100);
        var info = (await _media.ProbeAsync(file)).Value;
        Assert.Equal(1000, info.Video!.Frames);
        Assert.InRange(info.DurationSeconds, 99.9, 100.1);
    }

    [Theory]
    [InlineData("1", 1000)]
    [InlineData("lt(t\\,50)+not(mod(n\\,2))", 750)]
    public async Task Frames_without_a_table_are_told_by_their_rate_only_where_it_holds(string kept, int frames)
    {
        var file = await Clips.MakeAsync(
            "mkv", $"-f lavfi -i \"testsrc2=s=160x90:r=10:d=100,noise=alls=80:allf=t,select='{kept}'\" -fps_mode vfr -c:v libx264 -preset ultrafast -bf 2 -g 20");
        var source = await _media.UploadAsync(file);

        var info = (await _media.Prober().ProbeAsync(source, EncodingChoice.Default, default)).Value;

        Assert.Equal(frames, info.Video!.Frames);
        Assert.InRange(info.DurationSeconds, 99.8, 100.1);
        Assert.Equal(frames == 1000, _media.Blobs.BytesRead < source.Bytes);
    }

    [Fact]
    public async Task A_file_cut_off_behind_its_index_is_refused_unless_its_creator_wants_what_is_left()
    {
        var whole = await Clips.VideoAsync("160x90", "10", 100, "-movflags +faststart");
        var file = await Hostile.CutAsync(whole, 0.5);
        Assert.Contains("of 100.0 seconds are there", await RefusedAsync("source.truncated", file), StringComparison.Ordinal);

        var info = (await _media.Prober().ProbeAsync(await _media.UploadAsync(file), new EncodingChoice { KeepDamaged = true }, default)).Value;
        Assert.InRange(info.DurationSeconds, 30, 70);
        Assert.Equal("source.truncated_end", Assert.Single(info.Warnings).Code);
    }

    [Fact]
    public async Task An_empty_file_is_refused() => await RefusedAsync("source.empty", await Hostile.FileAsync([]));

    [Fact]
    public async Task Noise_is_refused()
    {
        var noise = new byte[50_000];
        new Random(1).NextBytes(noise);
        await RefusedAsync("source.not_media", await Hostile.FileAsync(noise));
    }

    [Theory]
    [InlineData("source.playlist", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n/etc/passwd\n#EXT-X-ENDLIST\n")]
    [InlineData("source.playlist", "ffconcat version 1.0\nfile /etc/passwd\n")]
    [InlineData("source.not_media", "1\n00:00:01,000 --> 00:00:02,000\nHello\n")]
    [InlineData("source.not_media", "Just a letter to a friend, in plain text.\n")]
    public async Task A_script_or_text_is_refused_and_opens_nothing_else(string code, string text) =>
        await RefusedAsync(code, await Hostile.FileAsync(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task A_file_without_its_index_is_truncated() =>
        await RefusedAsync("source.truncated", await Hostile.CutAsync(await Clips.VideoAsync(), 0.5));

    [Fact]
    public async Task Subtitles_alone_are_no_tracks()
    {
        var text = await Hostile.FileAsync("1\n00:00:00,000 --> 00:00:01,000\nHello\n"u8.ToArray());
        await RefusedAsync("source.no_tracks", await Clips.MakeAsync("mkv", $"-f srt -i {text} -c:s srt"));
    }

    [Fact]
    public async Task A_track_that_does_not_decode_is_refused_by_its_codecs_name()
    {
        var file = await Clips.MakeAsync("webm", "-f lavfi -i testsrc2=s=320x180:r=30:d=1 -c:v libvpx -b:v 100k -deadline realtime -cpu-used 8");
        var error = await RefusedAsync("source.undecodable", await Hostile.OverwriteFramesAsync(file));
        Assert.Contains("vp8", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_file_that_decodes_to_too_much_is_too_costly()
    {
        var still = await Clips.MakeAsync("mp4", "-f lavfi -i color=black:s=640x360:r=25:d=2 -c:v libx264 -preset ultrafast -g 1000");
        var file = await Clips.MakeAsync("mp4", $"-stream_loop 100 -i {still} -c copy");
        var error = await RefusedAsync("source.too_costly", file, new ProbeOptions { FreeDecodedPixels = 1e8, MaxPixelsPerByte = 100 });
        Assert.Contains("5050 frames of 640×360", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_thousand_frames_of_2160p_in_a_megabyte_are_too_many_and_an_hour_of_a_still_screen_is_not()
    {
        var options = new ProbeOptions();
        Assert.True(21_766.0 * 3840 * 2160 > options.PixelsAllowed(1_000_000));
        Assert.True(3600.0 * 30 * 1920 * 1080 < options.PixelsAllowed(45_000_000));
    }

    [Fact]
    public async Task Size_and_duration_have_limits()
    {
        var file = await Clips.VideoAsync();
        await RefusedAsync("source.too_large", file, new ProbeOptions { MaxBytes = 1000 });
        await RefusedAsync("source.too_long", file, new ProbeOptions { MaxDurationSeconds = 1 });
    }

    [Fact]
    public async Task A_source_that_was_replaced_is_refused()
    {
        var source = await _media.UploadAsync(await Clips.VideoAsync());
        var result = await _media.Prober().ProbeAsync(source with { ETag = "0x0" }, EncodingChoice.Default, default);
        Assert.Equal("source.changed", result.Error?.Code);
    }

    [Fact]
    public async Task A_disk_without_room_is_waited_for_and_then_told()
    {
        var time = new FakeTimeProvider();
        var source = await _media.UploadAsync(await Clips.MakeAsync("mkv", "-f lavfi -i testsrc2=s=160x90:r=30:d=1 -c:v libx264 -preset ultrafast"));
        var larger = new DriveInfo(_media.Scratch.Folder).TotalSize;
        var probing = _media.Prober(new ProbeOptions { MaxBytes = larger }, time).ProbeAsync(source with { Bytes = larger }, EncodingChoice.Default, default);

        var began = time.GetUtcNow();
        while (!probing.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("processing.disk_full", (await probing).Error?.Code);
        Assert.True(time.GetUtcNow() - began >= TimeSpan.FromSeconds(60));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_media.Scratch.Folder));
    }

    private async Task<string> RefusedAsync(string code, string file, ProbeOptions? options = null)
    {
        var result = await _media.ProbeAsync(file, options);
        Assert.Equal(code, result.Error?.Code);
        return result.Error!.Message;
    }
}

using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>What can't be made into a video is refused by name; what can be made of a part is made, and told.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p";

    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData("vvc1", "VVC (H.266)")]
    [InlineData("abcd", "abcd")]
    public async Task A_codec_that_is_not_known_is_refused_by_its_name(string code, string name)
    {
        var file = await Patched.SampleEntryAsync(await Clips.MakeAsync("mp4", $"{Scene.Both()} {X264} -c:a aac"), "avc1", code);
        Assert.Contains(name, await RefusedAsync("source.unsupported_codec", file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sound_in_a_codec_that_is_not_known_is_left_out_and_told_by_its_name()
    {
        var file = await Patched.SampleEntryAsync(await Clips.MakeAsync("mp4", $"{Scene.Both()} {X264} -c:a ac3"), "ac-3", "ac-4");
        var made = await new Pipeline(_media).MakeAsync(file);
        var warning = Assert.Single(made.Plan.Info.Warnings);
        Assert.Equal("source.audio_left_out", warning.Code);
        Assert.Contains("Dolby AC-4", warning.Message, StringComparison.Ordinal);
        Assert.Equal("rgb", (await Readback.OfAsync(made)).Corners);
    }

    [Fact]
    public async Task Of_two_audio_tracks_the_one_that_decodes_is_kept()
    {
        var file = await Clips.MakeAsync("mp4", $"{Scene.Both()} {Scene.Sound()} -map 0 -map 1 -map 2 {X264} -c:a:0 ac3 -c:a:1 aac -metadata:s:a:1 language=eng");
        var info = (await new Pipeline(_media).ProbeAsync(await Patched.SampleEntryAsync(file, "ac-3", "ac-4"))).Value;
        Assert.Equal("en", Assert.Single(info.Audio).Language);
        Assert.Equal("source.audio_left_out", Assert.Single(info.Warnings).Code);
    }

    [Theory]
    [InlineData("mp4", "cenc-aes-ctr")]
    [InlineData("mov", "cenc-aes-ctr")]
    public async Task A_protected_file_is_refused(string extension, string scheme)
    {
        var file = await Clips.MakeAsync(
            extension, $"{Scene.Both()} {X264} -c:a aac -encryption_scheme {scheme} -encryption_key 000102030405060708090a0b0c0d0e0f -encryption_kid 00112233445566778899aabbccddeeff");
        await RefusedAsync("source.encrypted", file);
    }

    [Theory]
    [InlineData("jpg", "JPEG", "")]
    [InlineData("png", "PNG", "")]
    [InlineData("bmp", "BMP", "")]
    [InlineData("webp", "WebP", "")]
    public async Task A_picture_is_no_video(string extension, string kind, string more) =>
        Assert.Contains(kind, await RefusedAsync("source.image", await Clips.MakeAsync(extension, $"-f lavfi -i testsrc2=s=64x64:d=1 -frames:v 1 {more}")), StringComparison.Ordinal);

    [Fact]
    public async Task A_phone_photo_is_no_truncated_video()
    {
        byte[] heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 16, .. "meta"u8, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.Contains("HEIC", await RefusedAsync("source.image", await Hostile.FileAsync(heic)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mp4", "-c:a aac -movflags +faststart", "mp4")]
    [InlineData("mp4", "-g 12 -c:a aac -movflags frag_keyframe+empty_moov", "mp4")]
    [InlineData("mkv", "-g 12 -c:a aac", "matroska")]
    [InlineData("ts", "-g 12 -c:a aac", "mpegts")]
    [InlineData("avi", "-g 12 -c:a libmp3lame", "avi")]
    [InlineData("flv", "-g 12 -c:a aac", "flv")]
    public async Task A_file_cut_off_is_refused_or_what_it_holds_is_made(string extension, string arguments, string container)
    {
        var whole = await Clips.MakeAsync(extension, $"{Scene.Picture(seconds: 4)} -f lavfi -i \"aevalsrc='if(between(t\\,1\\,1.2)\\,0.5*sin(6283*t)\\,0)':s=48000:d=4\" {X264} {arguments}");
        var bytes = await File.ReadAllBytesAsync(whole);
        var cut = await Hostile.FileAsync(bytes[..((bytes.Length * 3 / 4) | 1)]);
        Assert.Contains("end of the file is missing", await RefusedAsync("source.truncated", cut), StringComparison.Ordinal);

        var made = await new Pipeline(_media).MakeAsync(cut, keepDamaged: true);
        Assert.Contains(container, made.Plan.Info.Container, StringComparison.Ordinal);
        var warning = Assert.Single(made.Plan.Info.Warnings);
        Assert.Equal("source.truncated_end", warning.Code);
        Assert.Contains("seconds are there", warning.Message, StringComparison.Ordinal);
        Assert.InRange(made.Plan.Info.DurationSeconds, 1.05, 3.9);
        Sync.Check(await Readback.OfAsync(made), 1);
    }

    [Fact]
    public async Task A_file_that_claims_a_minute_and_holds_not_one_picture_is_refused()
    {
        var whole = await File.ReadAllBytesAsync(await Clips.MakeAsync("mkv", $"-f lavfi -i color=s=64x64:r=5:d=60 {X264}"));
        ReadOnlySpan<byte> cluster = [0x1F, 0x43, 0xB6, 0x75];
        await RefusedAsync("source.no_frames", await Hostile.FileAsync(whole[..(whole.AsSpan().IndexOf(cluster) + 14)]));
    }

    [Fact]
    public async Task Dolby_vision_without_a_base_layer_is_refused_and_with_one_the_base_layer_is_used()
    {
        var file = await Clips.MakeAsync("mp4", $"{Scene.Picture(seconds: 0.4)} -c:v libx265 -preset ultrafast -x265-params log-level=none -tag:v hvc1");
        Assert.Contains("profile 5", await RefusedAsync("source.dolby_vision", await Patched.WithBoxAsync(file, DolbyVision(5, 0))), StringComparison.Ordinal);

        var info = (await new Pipeline(_media).ProbeAsync(await Patched.WithBoxAsync(file, DolbyVision(8, 1)))).Value;
        Assert.Equal(8, info.Video!.DolbyVisionProfile);
        Assert.Equal("source.dolby_vision_base_layer", Assert.Single(info.Warnings).Code);
    }

    [Fact]
    public async Task Of_several_video_tracks_the_default_one_with_the_most_pixels_is_used_and_the_others_are_told()
    {
        var file = await Clips.MakeAsync("mkv", $"-f lavfi -i color=s=80x60:r=25:d=1 {Scene.Picture()} -map 0 -map 1 {X264} -disposition:v:0 0 -disposition:v:1 default");
        var made = await new Pipeline(_media).MakeAsync(file);
        Assert.Equal((160, 90), (made.Plan.Info.Video!.Width, made.Plan.Info.Video.Height));
        Assert.Equal("source.video_left_out", Assert.Single(made.Plan.Info.Warnings).Code);
        Assert.Equal("rgb", (await Readback.OfAsync(made)).Corners);

        var chosen = (await new Pipeline(_media).ProbeAsync(await Clips.MakeAsync("mkv", $"-i {file} -map 0 -c copy -disposition:v:0 default -disposition:v:1 0"))).Value;
        Assert.Equal((80, 60), (chosen.Video!.Width, chosen.Video.Height));
    }

    [Fact]
    public async Task Padding_of_an_impossible_size_before_the_index_is_mended()
    {
        var bytes = await File.ReadAllBytesAsync(await Clips.MakeAsync("mp4", $"{Scene.Both()} {X264} -c:a aac"));
        var free = bytes.AsSpan().IndexOf("free"u8);
        Assert.Equal(8, bytes[free - 1]);
        bytes[free - 1] = 3;
        var file = await Hostile.FileAsync(bytes);
        var made = await new Pipeline(_media).MakeAsync(file);
        Sync.Check(await Readback.OfAsync(made), 1);

        var planner = new FilePlanner(_media.Options, new ProbeOptions(), new PlanOptions(), TimeProvider.System);
        var planned = (await planner.PlanAsync(file, EncodingChoice.Default, null, measure: false, default)).Value;
        Assert.Equal((made.Plan.Info.DurationSeconds, Path.GetFileName(file)), (planned.Info.DurationSeconds, planned.Source.FileName));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task Places_that_do_not_decode_are_concealed_and_counted()
    {
        var whole = await File.ReadAllBytesAsync(await Clips.MakeAsync("ts", $"{Scene.Both()} {X264} -g 10 -c:a aac"));
        // The bodies of packets, all through the middle; their headers stay.
        for (var packet = whole.Length / 188 / 4; packet < whole.Length / 188 / 2; packet += 2)
            whole.AsSpan((packet * 188) + 40, 100).Fill(0x55);
        var pipeline = new Pipeline(_media);
        var output = await Readback.OfAsync(await pipeline.MakeAsync(await Hostile.FileAsync(whole)));
        Assert.InRange(pipeline.DecodeErrors, 1, 1000);
        Assert.InRange(output.Frames, 39, 43);
        Assert.Equal("rgb", output.Corners);
    }

    [Fact]
    public async Task Two_pictures_that_claim_to_last_for_hours_are_too_costly()
    {
        var two = await Clips.MakeAsync("mkv", $"-f lavfi -i \"testsrc2=s=1920x1080:r=1:d=2,setpts='PTS*30000'\" {X264} -fps_mode vfr");
        await RefusedAsync("source.too_costly", two);
    }

    private async Task<string> RefusedAsync(string code, string file)
    {
        var result = await new Pipeline(_media).ProbeAsync(file);
        Assert.Equal(code, result.Error?.Code);
        return result.Error!.Message;
    }

    /// <summary>DOVIDecoderConfigurationRecord of Dolby Vision Streams within the ISO Base Media File Format, 3.1.</summary>
    private static byte[] DolbyVision(int profile, int compatibility) =>
        [0, 0, 0, 32, .. "dvcC"u8, 1, 0, (byte)(profile << 1), (3 << 3) | 0b101, (byte)(compatibility << 4), .. new byte[19]];
}

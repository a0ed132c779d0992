using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>Files without a picture, in every codec and container that recorders and editors write.</summary>
public sealed class AudioInputTests : IDisposable
{
    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData("wav", "-c:a pcm_s16le", "pcm_s16le")]
    [InlineData("wav", "-c:a pcm_f32le -ac 2", "pcm_f32le")]
    [InlineData("w64", "-c:a pcm_s32le", "pcm_s32le")]
    [InlineData("aiff", "-c:a pcm_s16be", "pcm_s16be")]
    [InlineData("caf", "-c:a alac", "alac")]
    [InlineData("flac", "", "flac")]
    [InlineData("mp3", "-c:a libmp3lame", "mp3")]
    [InlineData("m4a", "-c:a aac", "aac")]
    [InlineData("aac", "-c:a aac", "aac")]
    [InlineData("opus", "-c:a libopus", "opus")]
    [InlineData("oga", "-c:a libvorbis", "vorbis")]
    [InlineData("ac3", "-c:a ac3", "ac3")]
    [InlineData("wma", "-c:a wmav2", "wmav2")]
    [InlineData("au", "-c:a pcm_mulaw -ar 8000", "pcm_mulaw")]
    [InlineData("mka", "-c:a libopus -ac 1", "opus")]
    public async Task Sound_alone_comes_out_as_long_as_it_went_in(string extension, string arguments, string codec)
    {
        var made = await new Pipeline(_media).MakeAsync(await Clips.MakeAsync(extension, $"{Scene.Sound()} {arguments}"));
        Assert.Null(made.Plan.Info.Video);
        Assert.Equal(codec, Assert.Single(made.Plan.Info.Audio).Codec);
        var output = await Readback.OfAsync(made);
        Assert.InRange(output.AudioSeconds, Scene.Seconds - 0.03, Scene.Seconds + 0.12);
        Assert.InRange(Assert.Single(output.Beeps), Scene.FlashSeconds - 0.045, Scene.FlashSeconds + 0.075);
    }

    [Theory]
    [InlineData("-ac 1", 1, "mono")]
    [InlineData("-ac 2", 2, "stereo")]
    [InlineData("-ac 6", 6, "5.1")]
    [InlineData("-ac 8", 8, "7.1")]
    public async Task Channels_and_their_places_are_told(string arguments, int channels, string layout)
    {
        var track = Assert.Single((await new Pipeline(_media).ProbeAsync(await Clips.MakeAsync("mkv", $"{Scene.Sound()} -c:a flac {arguments}"))).Value.Audio);
        Assert.Equal((channels, layout), (track.Channels, track.Layout));
    }
}

using System.Text;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Media.Checking;
using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Tests.Packaging;
using StreamPlatform.Media.Text;

namespace StreamPlatform.Media.Tests.Checking;

public sealed class TextCheckTests
{
    private const string Name = "asset_1/tracks/en.vtt";

    private static readonly byte[] Good = new WebVttDocument([new WebVttCue(1000, 2000, "Hello")]).ToBytes();

    [Fact]
    public async Task Text_tracks_and_groups_of_sounds_pass()
    {
        var published = await PublishedAsync(Good);
        var hls = await published.CheckAsync();
        Assert.Empty(hls.Defects);
        Assert.Empty((await published.CheckAsync(Published.Dash)).Defects);
        Assert.Equal((await (await Published.CreateAsync()).CheckAsync()).Tracks + 1, hls.Tracks);
    }

    [Theory]
    [InlineData("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n00:01.000 --> soon\nx\n", true)]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n", false)]
    public async Task Text_that_players_can_not_show_is_found(string text, bool inDashToo)
    {
        var published = await PublishedAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal(DefectCodes.BrokenText, Assert.Single((await published.CheckAsync()).Defects).Code);
        Assert.Equal(inDashToo ? 1 : 0, (await published.CheckAsync(Published.Dash)).Defects.Count);
    }

    [Fact]
    public async Task A_text_that_is_not_there_is_found()
    {
        var published = await PublishedAsync(Good);
        published.Files.Remove($"{Name}");
        Assert.Equal(DefectCodes.MissingSegment, Assert.Single((await published.CheckAsync()).Defects).Code);
    }

    [Fact]
    public async Task A_group_that_has_no_rendition_is_found()
    {
        var published = await PublishedAsync(Good);
        published.Replace("master.m3u8", "SUBTITLES=\"text\"", "SUBTITLES=\"nothing\"");
        Assert.All((await published.CheckAsync()).Defects, defect => Assert.Equal(DefectCodes.BrokenGroup, defect.Code));
        Assert.NotEmpty((await published.CheckAsync()).Defects);
    }

    private static async Task<Published> PublishedAsync(byte[] text)
    {
        var published = await Published.CreateAsync();
        var presentation = published.Presentation with { Text = [new PresentedText("text-en", "en", "English", TextKind.Subtitles, Name, text.Length)] };
        var writer = new ManifestWriter();
        published.Files[Name] = text;
        published.Files["master.m3u8"] = Encoding.UTF8.GetBytes(writer.HlsMultivariant(presentation, track => $"{track}.m3u8?token=x"));
        published.Files["text-en.m3u8"] = Encoding.UTF8.GetBytes(writer.HlsMedia(presentation, "text-en", Published.Uri)!);
        published.Files["manifest.mpd"] = Encoding.UTF8.GetBytes(writer.DashMpd(presentation, Published.Uri));
        return published;
    }
}

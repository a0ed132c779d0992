using System.Text;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Probing;

public sealed class TextFactsTests
{
    [Fact]
    public async Task Subtitles_that_are_pictures_are_told_with_their_language()
    {
        var scan = new Scan();
        await scan.ReadAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(
                "stream|index=2|codec_name=hdmv_pgs_subtitle|codec_type=subtitle|tag:language=ger\nstream|index=3|codec_name=subrip|codec_type=subtitle\nstream|index=4|codec_name=dvb_teletext|codec_type=subtitle\n")),
            default);

        Assert.Equal("subrip", Assert.Single(TextChoice.Tracks(scan)!).Codec);
        Assert.Equal(["source.subtitles_are_pictures", "source.subtitles_left_out"], TextChoice.Warnings(scan).Select(warning => warning.Code));
        Assert.Contains("German", TextChoice.Warnings(scan).First().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chapters_are_found_in_order()
    {
        var file = await Hostile.FileAsync(Encoding.UTF8.GetBytes(
            ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=Opening\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=1000\nEND=9000\n"));
        using var media = new MediaFixture();
        var info = (await media.ProbeAsync(await Clips.MakeAsync(
            "mkv", $"-f lavfi -i testsrc2=s=160x90:r=30:d=2 -f ffmetadata -i \"{file}\" -map 0 -map_metadata 1 -map_chapters 1 -c:v libx264 -preset ultrafast"))).Value;

        Assert.Equal([new SourceChapter(0, 1, "Opening"), new SourceChapter(1, 2, null)], info.Chapters);
        Assert.Equal(["Opening", "Chapter 2"], SourceChapters.Of(info).Select(chapter => chapter.Title));
    }

    [Fact]
    public async Task Sound_tracks_keep_their_names_and_purposes()
    {
        using var media = new MediaFixture();
        var info = (await media.ProbeAsync(await Clips.MakeAsync(
            "mkv",
            "-f lavfi -i sine=d=1 -map 0 -map 0 -map 0 -c:a flac -metadata:s:a:0 language=eng -metadata:s:a:0 title=Director -metadata:s:a:1 language=pt-BR -metadata:s:a:2 language=nob "
            + "-disposition:a:0 comment -disposition:a:1 default -disposition:a:2 visual_impaired"))).Value;

        Assert.Equal(
            [("en", "Director", AudioRole.Commentary, false), ("pt-BR", null, AudioRole.Main, true), ("nb", null, AudioRole.Description, false)],
            info.Audio.Select(track => (track.Language, track.Title, track.Role, track.IsDefault)));
    }
}

using StreamPlatform.Media.Packaging;
using StreamPlatform.Media.Packaging.Dash;

namespace StreamPlatform.Media.Tests.Packaging;

public sealed class StoryboardWriterTests
{
    [Fact]
    public async Task Every_tile_is_a_cue_with_its_place_on_its_sheet()
    {
        var presentation = (await Published.CreateAsync()).Presentation;
        var lines = new ManifestWriter().StoryboardVtt(presentation, Published.Uri)!.Split('\n');
        Assert.Equal("WEBVTT", lines[0]);
        Assert.Equal(9, lines.Count(line => line.Contains("-->", StringComparison.Ordinal)));
        Assert.Equal("00:00:00.000 --> 00:00:01.000", lines[2]);
        Assert.Equal($"{Published.Uri(presentation.Storyboard!.Sheets[0])}#xywh=0,0,160,90", lines[3]);
        Assert.Equal("00:00:07.000 --> 00:00:08.000", lines[23]);
        Assert.Equal($"{Published.Uri(presentation.Storyboard.Sheets[1])}#xywh=160,90,160,90", lines[24]);
        Assert.Equal("00:00:08.000 --> 00:00:09.000", lines[26]);
        Assert.EndsWith("/storyboard/000002.jpg?e=1&s=a%2Fb$1#xywh=0,0,160,90", lines[27]);
    }

    [Fact]
    public async Task Cues_end_with_the_video()
    {
        var presentation = (await Published.CreateAsync()).Presentation with { DurationSeconds = 7.25 };
        var cues = new ManifestWriter().StoryboardVtt(presentation, Published.Uri)!.Split('\n').Where(line => line.Contains("-->", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, cues.Count);
        Assert.Equal("00:00:07.000 --> 00:00:07.250", cues[^1]);
    }

    [Fact]
    public async Task Without_a_storyboard_there_is_no_such_file() =>
        Assert.Null(new ManifestWriter().StoryboardVtt((await Published.CreateAsync()).Presentation with { Storyboard = null }, Published.Uri));

    [Fact]
    public async Task Dash_lists_the_sheets_as_tiled_images()
    {
        var published = await Published.CreateAsync();
        var mpd = DashReader.Read(published.Text("manifest.mpd"));
        Assert.Equal(new DashTiles([.. published.Presentation.Storyboard!.Sheets.Select(Published.Uri)], 4, 320, 180, 2, 2), mpd.Tiles);
        Assert.Equal(published.Text("manifest.mpd"), DashWriter.Write(mpd));
    }
}

using System.Text.Json;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Tests.Packaging;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tests.Transcoder;

namespace StreamPlatform.Media.Tests.Pictures;

/// <summary>Pictures as a job makes them of real clips, read back as pixels.</summary>
public sealed class PictureJobTests : IDisposable
{
    private static readonly PlanOptions WithPictures = JobRunner.Small with { Pictures = true };

    /// <summary>Black, then a blurred and pale picture, at last a sharp and colourful one; 4 s each.</summary>
    private const string BadThenGood =
        "-f lavfi -i color=black:s=320x180:r=25:d=4 -f lavfi -i testsrc2=s=320x180:r=25:d=4 -f lavfi -i testsrc2=s=320x180:r=25:d=4 "
        + "-filter_complex \"[1:v]gblur=sigma=25,hue=s=0.2[b];[2:v]hue=h=40[c];[0:v][b][c]concat=n=3[v]\" -map [v] -c:v libx264 -preset ultrafast -pix_fmt yuv420p";

    /// <summary>Red, green, blue and white, 3 s each.</summary>
    private const string Colours =
        "-f lavfi -i color=0xC00000:s=320x180:r=25:d=3 -f lavfi -i color=0x00A000:s=320x180:r=25:d=3 -f lavfi -i color=0x0000C0:s=320x180:r=25:d=3 -f lavfi -i color=0xE0E0E0:s=320x180:r=25:d=3 "
        + "-filter_complex \"[0:v][1:v][2:v][3:v]concat=n=4,scale=out_color_matrix=bt709[v]\" -map [v] -colorspace bt709 -color_primaries bt709 -color_trc bt709 -c:v libx264 -preset ultrafast -pix_fmt yuv420p";

    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;

    public PictureJobTests() => _jobs = new JobRunner(_media);

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData("mp4", "-g 25")]
    [InlineData("mp4", "-g 1000")]
    [InlineData("mkv", "-g 25")]
    public async Task The_poster_is_neither_black_nor_blurred(string extension, string more)
    {
        var (plan, _) = await TakeAsync(extension, $"{BadThenGood} {more}");
        var poster = await Pixels.ReadAsync(Read(plan, PictureNames.Poster));
        Assert.Equal((320, 180), (poster.Width, poster.Height));
        var measure = StreamPlatform.Media.Pictures.FrameMeasure.Of(poster);
        Assert.True(measure.Sharpness > 1000 && measure.Colourfulness > 60, $"{measure}");
    }

    [Theory]
    [InlineData("mp4", "-g 5")]
    [InlineData("mkv", "-g 5")]
    public async Task Every_tile_shows_the_colour_of_its_time(string extension, string more)
    {
        var (plan, marker) = await TakeAsync(extension, $"{Colours} {more}");
        var spec = plan.Pictures!.Storyboard!;
        Assert.Equal((20, 0.6, 160, 90), (spec.Count, spec.IntervalSeconds, spec.TileWidth, spec.TileHeight));
        var sheet = await Pixels.ReadAsync(Read(plan, Assert.Single(marker.Pictures, PictureNames.IsSheet)));
        Assert.Equal((1600, 180), (sheet.Width, sheet.Height));
        (int, int, int)[] colours = [(0xC0, 0, 0), (0, 0xA0, 0), (0, 0, 0xC0), (0xE0, 0xE0, 0xE0)];
        for (var tile = 0; tile < spec.Count; tile++)
            Pixels.Near(colours[(int)((tile + 0.5) * spec.IntervalSeconds / 3)], sheet.Mean(tile % 10 * 160, tile / 10 * 90, 160, 90));
    }

    [Theory]
    [InlineData("-g 5")]
    [InlineData("-g 1000")]
    public async Task Thumbnails_show_their_places_also_between_key_frames(string more)
    {
        var (plan, _) = await TakeAsync("mp4", $"{Colours} {more}");
        foreach (var (name, colour) in new[] { ("thumbnail-10.jpg", (0xC0, 0, 0)), ("thumbnail-90.jpg", (0xE0, 0xE0, 0xE0)) })
        {
            var picture = await Pixels.ReadAsync(Read(plan, name));
            Assert.Equal((320, 180), (picture.Width, picture.Height));
            Pixels.Near(colour, picture.Mean(0, 0, 320, 180));
        }
    }

    [Fact]
    public async Task The_preview_moves_through_the_video_without_sound()
    {
        var (plan, _) = await TakeAsync("mp4", $"{Colours} -g 25");
        var video = Read(plan, PictureNames.PreviewVideo);
        Assert.Equal(["h264,320,180"], await Ffmpeg.ProbeAsync(video, "-show_entries stream=codec_name,width,height"));
        Assert.InRange((await Ffmpeg.ProbeAsync(video, "-show_entries packet=pts")).Length, 70, 74);
        var small = await Ffmpeg.ConvertAsync(video, "-i pipe:0 -vf fps=15,scale=1:1 -pix_fmt rgb24 -f rawvideo");
        Pixels.Near((0xC0, 0, 0), (small[0], small[1], small[2]));
        Pixels.Near((0xE0, 0xE0, 0xE0), (small[^3], small[^2], small[^1]));
        Assert.InRange(video.Length, 1, 200_000);

        var image = Read(plan, PictureNames.PreviewImage);
        Assert.Equal("RIFF"u8.ToArray(), image[..4]);
        Assert.Equal("WEBPVP8X"u8.ToArray(), image[8..16]);
        Assert.True(image.AsSpan().IndexOf("ANMF"u8) > 0);
        Assert.InRange(image.Length, 1, 200_000);
    }

    [Fact]
    public async Task A_portrait_video_keeps_its_shape()
    {
        var (plan, marker) = await TakeAsync("mp4", "-f lavfi -i testsrc2=s=360x640:r=25:d=3 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 25");
        var spec = plan.Pictures!.Storyboard!;
        Assert.Equal((90, 160), (spec.TileWidth, spec.TileHeight));
        var sheet = await Pixels.ReadAsync(Read(plan, Assert.Single(marker.Pictures, PictureNames.IsSheet)));
        Assert.Equal((900, 320), (sheet.Width, sheet.Height));
        var poster = await Pixels.ReadAsync(Read(plan, PictureNames.Poster));
        Assert.Equal((360, 640), (poster.Width, poster.Height));
        var thumbnail = await Pixels.ReadAsync(Read(plan, "thumbnail-50.jpg"));
        Pixels.Near((0, 0, 0), thumbnail.Mean(0, 0, 100, 180));
    }

    [Fact]
    public async Task Of_sound_alone_the_waveform_is_the_picture()
    {
        var (plan, marker) = await TakeAsync("m4a", "-f lavfi -i \"sine=f=440:r=48000:d=4,volume='if(lt(t,2),0.02,1)':eval=frame\" -c:a aac");
        Assert.Equal([PictureNames.Poster, PictureNames.Waveform], marker.Pictures);
        var waveform = JsonDocument.Parse(Read(plan, PictureNames.Waveform)).RootElement;
        var data = waveform.GetProperty("data").EnumerateArray().Select(value => value.GetInt32()).ToList();
        Assert.InRange(waveform.GetProperty("length").GetInt32(), 1700, 1800);
        Assert.Equal(2 * waveform.GetProperty("length").GetInt32(), data.Count);
        Assert.True(data.Skip(1900).Max() > 10 * data.Take(1600).Max());

        // Quiet on the left, loud on the right.
        var poster = await Pixels.ReadAsync(Read(plan, PictureNames.Poster));
        Assert.Equal((1280, 720), (poster.Width, poster.Height));
        Assert.True(poster.Mean(700, 200, 500, 60).Blue > poster.Mean(80, 200, 500, 60).Blue + 60);
    }

    private async Task<(TranscodePlan Plan, ItemMarker Marker)> TakeAsync(string extension, string arguments)
    {
        var plan = await _jobs.PlanAsync(await Clips.MakeAsync(extension, arguments), WithPictures);
        var marker = await _jobs.MakeAsync(plan, "pictures");
        Assert.Null(marker.Failure);
        return (plan, marker);
    }

    private byte[] Read(TranscodePlan plan, string picture) => _media.Blobs[JobRunner.PathsOf(plan).Picture(picture)];
}

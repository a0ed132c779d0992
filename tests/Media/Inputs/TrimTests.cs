using System.Text.Json;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Tests.Pictures;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tests.Transcoder;
using StreamPlatform.Media.Text;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>A part of an original, that begins and ends between key frames, is made as if there were nothing else.</summary>
public sealed class TrimTests : IDisposable
{
    /// <summary>Every frame has its number; at six seconds there is a flash with a beep, at two and at eleven louder ones that are not wanted.</summary>
    private static readonly string Film =
        $"-f lavfi -i \"testsrc2=s=160x90:r=25:d=14,drawbox=y=ih/4:h=ih/2:c=black:t=fill,drawbox=y=ih/4:h=ih/2:c=white:t=fill:enable='between(t,5.99,6.19)+between(t,1.99,2.19)+between(t,10.99,11.19)',{Counter.Draw}\" "
        + "-f lavfi -i \"aevalsrc='if(between(t\\,6\\,6.2)\\,0.3*sin(6283*t)\\,if(between(t\\,2\\,2.2)+between(t\\,11\\,11.2)\\,0.8*sin(6283*t)\\,0))':s=48000:d=14\" "
        + "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -bf 3 -c:a aac";

    private static readonly TrimChoice Middle = new(3.33, 9.55);

    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData("mp4", "-g 300", false)]
    [InlineData("mp4", "-g 37", true)]
    [InlineData("mkv", "-g 60", true)]
    [InlineData("mkv", "-g 300", false)]
    [InlineData("ts", "-g 50", false)]
    public async Task It_shows_just_the_frames_between_start_and_end_with_their_sound(string extension, string more, bool cut)
    {
        var made = await new Pipeline(_media).MakeAsync(await Clips.MakeAsync(extension, $"{Film} {more}"), new EncodingChoice { Trim = Middle }, plan => cut ? InChunks(plan) : plan);

        // 3.33 and 9.55 s are nearest to frames 83 and 239; of containers that begin with the encoder's priming of the sound
        // pictures are 21 ms later.
        var frames = await Counter.ReadAsync(made.Video!);
        Assert.InRange(frames[0], extension == "mp4" ? 83 : 82, 83);
        Assert.Equal(Enumerable.Range(frames[0], 239 - 83), frames);
        Assert.Equal((239 - 83) / 25.0, made.Presentation.DurationSeconds, 3);
        var output = await Readback.OfAsync(made);
        Sync.Check(output, 1);
        Assert.Equal((150 - frames[0]) / 25.0, output.Flashes[0], 3);
        Assert.InRange(output.AudioSeconds, 6.2, 6.3);
    }

    [Theory]
    [InlineData("mp4")]
    [InlineData("mkv")]
    public async Task Of_a_large_file_what_is_far_from_the_part_is_not_read_and_nothing_is_missed(string extension)
    {
        const double Start = 37.32;
        var file = await Clips.MakeAsync(
            extension,
            $"-f lavfi -i \"testsrc2=s=160x90:r=25:d=50,noise=alls=100:allf=t,drawbox=x=iw/3:w=iw/3:y=ih*3/8:h=ih/4:c=black:t=fill,drawbox=x=iw/3:w=iw/3:y=ih*3/8:h=ih/4:c=white:t=fill:enable='between(t,38.99,39.19)',{Counter.Draw}\" "
            + "-f lavfi -i \"aevalsrc='0.3*sin(6283*t)*between(t\\,39\\,39.2)':s=48000:d=50\" -c:v libx264 -preset ultrafast -crf 4 -g 250 -pix_fmt yuv420p -c:a aac");
        Assert.True(new FileInfo(file).Length > 15_000_000);
        var pipeline = new Pipeline(_media);
        var made = await pipeline.MakeAsync(file, new EncodingChoice { Trim = new TrimChoice(Start, Start + 3) });

        var frames = await Counter.ReadAsync(made.Video!);
        Assert.Equal(Enumerable.Range(frames[0], 75), frames);
        Sync.Check(await Readback.OfAsync(made), 1);
        Assert.Equal(0, pipeline.DecodeErrors);

        using var copy = await StreamPlatform.Media.Sources.SourceCopy.OpenAsync(_media.Blobs, made.Plan.Source, _media.Scratch, TimeProvider.System, default);
        await copy.EnsureAudioAsync(Start, Start + 3, default);
        await copy.EnsureVideoAsync(Start, Start + 3, default);
        Assert.InRange(copy.HeldBytes, 1, (long)(0.9 * made.Plan.Source.Bytes));
    }

    [Fact]
    public async Task Loudness_is_that_of_the_part()
    {
        const string Tones = "-f lavfi -i \"aevalsrc='if(between(t\\,3\\,10)\\,0.05\\,0.9)*sin(2765*t)':s=48000:d=14\" -ac 2 -c:a pcm_s16le";
        var wav = await new Pipeline(_media).MakeAsync(await Clips.MakeAsync("wav", Tones), new EncodingChoice { Trim = new TrimChoice(3.2, 9.8) });

        Assert.Equal(6.6, wav.Presentation.DurationSeconds, 2);
        Assert.InRange(await LufsAsync(wav.Audio[0]), -17, -15);
    }

    [Fact]
    public async Task Text_and_chapters_move_along_and_are_cut_at_both_ends()
    {
        var srt = Clips.NewPath("srt");
        await File.WriteAllTextAsync(srt, string.Join("\n\n", new[] { "1\n00:00:01,000 --> 00:00:02,000\nbefore", "2\n00:00:03,000 --> 00:00:04,000\nover the start", "3\n00:00:05,000 --> 00:00:06,000\nwithin", "4\n00:00:09,000 --> 00:00:11,000\nover the end", "5\n00:00:12,000 --> 00:00:13,000\nafter" }) + "\n");
        var meta = Clips.NewPath("txt");
        await File.WriteAllTextAsync(meta, ";FFMETADATA1\n" + string.Concat(new[] { (0, 3000, "Gone"), (3000, 5000, "Two"), (5000, 9000, "Three"), (9000, 14000, "Four") }.Select(c => $"[CHAPTER]\nTIMEBASE=1/1000\nSTART={c.Item1}\nEND={c.Item2}\ntitle={c.Item3}\n")));
        var jobs = new JobRunner(_media);
        var plan = await jobs.PlanAsync(
            await Clips.MakeAsync("mkv", $"-f lavfi -i testsrc2=s=160x90:r=25:d=14 -i {srt} -i {meta} -map 0 -map 1 -map_metadata 2 -map_chapters 2 -c:v libx264 -preset ultrafast -g 300 -c:s srt"),
            choice: new EncodingChoice { Trim = new TrimChoice(3.52, 9.52) });

        Assert.Equal([(0, 1.48, "Two"), (1.48, 5.48, "Three"), (5.48, 6, "Four")], SourceChapters.Of(plan.Info).Select(chapter => (chapter.StartSeconds, chapter.EndSeconds, chapter.Title)));
        await jobs.MakeAsync(plan, "text");
        Assert.Equal(
            [(0, 480, "over the start"), (1480, 2480, "within"), (5480, 6000, "over the end")],
            Cues(plan, plan.Text!.Single().Name).Select(cue => (cue.StartMilliseconds, cue.EndMilliseconds, cue.Text)));
    }

    [Theory]
    [InlineData("mp4")]
    [InlineData("ts")]
    public async Task Captions_in_pictures_move_along(string extension)
    {
        var file = await CaptionedVideo.CreateAsync("HELLO 60", extension);
        var jobs = new JobRunner(_media);
        var (whole, part) = (await jobs.PlanAsync(file, assetId: "asset_2"), await jobs.PlanAsync(file, choice: new EncodingChoice { Trim = new TrimChoice(1, 2) }));
        await jobs.MakeAsync(whole, "text");
        await jobs.MakeAsync(part, "text");

        var (before, after) = (Assert.Single(Cues(whole, "text-und-captions")), Assert.Single(Cues(part, "text-und-captions")));
        Assert.Equal((Math.Max(0, before.StartMilliseconds - 1000), Math.Min(1000, before.EndMilliseconds - 1000)), (after.StartMilliseconds, after.EndMilliseconds));
    }

    [Theory]
    [InlineData("mp4", "-g 1000")]
    [InlineData("mp4", "-g 20")]
    [InlineData("ts", "-g 20")]
    public async Task No_picture_is_of_what_was_left_out(string extension, string more)
    {
        const string Colours =
            "-f lavfi -i color=0xC00000:s=320x180:r=25:d=4 -f lavfi -i color=0x0000C0:s=320x180:r=25:d=4 -f lavfi -i color=0x00A000:s=320x180:r=25:d=4 "
            + "-filter_complex \"[0:v][1:v][2:v]concat=n=3,scale=out_color_matrix=bt709[v]\" -map [v] -colorspace bt709 -color_primaries bt709 -color_trc bt709 -c:v libx264 -preset ultrafast -sc_threshold 0 -pix_fmt yuv420p";
        var jobs = new JobRunner(_media);
        var plan = await jobs.PlanAsync(await Clips.MakeAsync(extension, $"{Colours} {more}"), JobRunner.Small with { Pictures = true }, choice: new EncodingChoice { Trim = new TrimChoice(4.2, 7.8) });
        var marker = await jobs.MakeAsync(plan, "pictures");

        Assert.All([PictureNames.Poster, PictureNames.PreviewVideo], name => Assert.Contains(name, marker.Pictures));
        foreach (var name in marker.Pictures.Where(name => name != PictureNames.PreviewImage))
        {
            var image = await Pixels.ReadAsync(_media.Blobs[JobRunner.PathsOf(plan).Picture(name)]);
            Pixels.Near((0, 0, 0xC0), image.Mean(image.Width / 4, 8, image.Width / 2, 60), by: 32);
        }
    }

    [Theory]
    [InlineData("wav", "pcm_s16le")]
    [InlineData("mp3", "libmp3lame")]
    [InlineData("m4a", "aac")]
    [InlineData("m4a", "aac -ar 44100")]
    public async Task Sound_alone_is_cut_to_the_sample_and_its_waveform_with_it(string extension, string codec)
    {
        var made = await new Pipeline(_media).MakeAsync(await Clips.MakeAsync(
            extension, $"-f lavfi -i \"aevalsrc='if(between(t\\,4\\,5)\\,0.5*sin(6283*t)\\,0)':s=48000:d=10\" -c:a {codec}"), new EncodingChoice { Trim = new TrimChoice(3.21, 7.21) });
        Assert.Equal(4, made.Presentation.DurationSeconds, 3);
        Assert.InRange(Assert.Single((await Readback.OfAsync(made)).Beeps), 0.75, 0.83);

        var jobs = new JobRunner(_media);
        var plan = new TranscodePlanner(JobRunner.Small with { Pictures = true }).Plan(
            "asset_3", 1, made.Plan.Source, (await _media.Prober().ProbeAsync(made.Plan.Source, EncodingChoice.Default, default)).Value, made.Plan.Choice).Value;
        await jobs.WritePlanAsync(plan);
        await jobs.MakeAsync(plan, "pictures");
        using var waveform = JsonDocument.Parse(_media.Blobs[JobRunner.PathsOf(plan).Picture(PictureNames.Waveform)]);
        var loud = waveform.RootElement.GetProperty("data").EnumerateArray().Select(value => value.GetInt32()).Chunk(2).Select(pair => pair[1] > 20).ToList();
        Assert.InRange(loud.IndexOf(true) / (double)loud.Count, 0.18, 0.21);
        Assert.InRange(loud.LastIndexOf(true) / (double)loud.Count, 0.43, 0.46);
    }

    [Fact]
    public async Task A_head_start_begins_where_the_part_does()
    {
        var jobs = new JobRunner(_media);
        var plan = await jobs.PlanAsync(await Clips.MakeAsync("mp4", $"{Film} -g 300"), JobRunner.Small with { HeadStart = true }, choice: new EncodingChoice { Trim = new TrimChoice(3.33) });
        await jobs.MakeAsync(plan, "head");
        var file = Clips.NewPath("mp4");
        await File.WriteAllBytesAsync(file, jobs.Joined(plan, WorkItemKind.HeadStart, plan.Item("head").Renditions[0], 2));
        Assert.Equal(Enumerable.Range(83, 200), await Counter.ReadAsync(file));
    }

    /// <summary>The same plan, a segment a chunk.</summary>
    private static TranscodePlan InChunks(TranscodePlan plan)
    {
        var item = plan.Items.Single(item => item.Kind == WorkItemKind.Video);
        var step = plan.Grid!.SegmentFrames;
        return plan with
        {
            Chunks = [new Chunk(0, 0, step), new Chunk(1, step, null)],
            Items = [.. plan.Items.Where(other => other != item), .. Enumerable.Range(0, 2).Select(index => item with { Id = $"video-c{index}", FirstChunk = index })],
        };
    }

    private IReadOnlyList<WebVttCue> Cues(TranscodePlan plan, string name) => TextFile.Read(_media.Blobs[JobRunner.PathsOf(plan).Text(name)]).Cues;

    private static async Task<double> LufsAsync(string file)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("ffmpeg", $"-nostdin -hide_banner -i {file} -af ebur128=framelog=verbose -f null -") { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = said.Split('\n').Last(line => line.Contains("I:", StringComparison.Ordinal));
        return double.Parse(line.Split(':')[1].Replace("LUFS", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
    }
}

using System.Diagnostics;
using System.Text;
using StreamPlatform.Domain.Playback;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tests.Transcoder;
using StreamPlatform.Media.Text;

namespace StreamPlatform.Media.Tests.Text;

/// <summary>From a file with subtitles to WebVTT blobs, read back.</summary>
public sealed class TextItemTests : IDisposable
{
    private const string Srt = "1\n00:00:00,500 --> 00:00:01,250\n<i>Hello</i> & <3\n\n2\n00:00:01,500 --> 00:00:09,000\nTwo\nlines\n";

    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;

    public TextItemTests() => _jobs = new JobRunner(_media);

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task Tracks_of_a_matroska_file_become_webvtt_with_their_language_and_purpose()
    {
        var srt = await FileAsync(Srt);
        var vtt = await FileAsync("WEBVTT\n\n00:00.500 --> 00:01.000 line:0 align:start\n<v Ann>Guten Tag\n");
        var plan = await _jobs.PlanAsync(await Clips.MakeAsync(
            "mkv",
            $"-f lavfi -i testsrc2=s=160x90:r=30:d=2 -f srt -i \"{srt}\" -f webvtt -i \"{vtt}\" -map 0 -map 1 -map 1 -map 2 -c:v libx264 -preset ultrafast -c:s:0 srt -c:s:1 ass -c:s:2 copy "
            + "-metadata:s:s:0 language=eng -metadata:s:s:1 language=fre -metadata:s:s:2 language=ger -disposition:s:0 hearing_impaired -disposition:s:1 forced -disposition:s:2 0 -metadata:s:s:2 title=Untertitel"));
        Assert.Equal(
            [("text-en-captions", "English (captions)", TextKind.Captions), ("text-fr-forced", "French (forced)", TextKind.Forced), ("text-de", "Untertitel", TextKind.Subtitles)],
            plan.Text!.Select(text => (text.Name, text.Label, text.Kind)));

        var marker = await _jobs.MakeAsync(plan, "text");

        Assert.Equal([2, 2, 1], marker.Texts.Select(text => text.Cues));
        var english = Read(plan, "text-en-captions");
        Assert.Equal([(500, 1250, "<i>Hello</i> &amp; &lt;3"), (1500, 2000, "Two\nlines")], english.Cues.Select(cue => (cue.StartMilliseconds, cue.EndMilliseconds, cue.Text)));
        Assert.Equal("Two\nlines", Read(plan, "text-fr-forced").Cues[1].Text);
        var german = Assert.Single(Read(plan, "text-de").Cues);
        Assert.Equal(("<v Ann>Guten Tag", "line:0 align:start"), (german.Text, german.Settings.ToString()));
    }

    [Fact]
    public async Task A_text_track_of_an_mp4_file_is_read_without_its_pictures_and_published()
    {
        var srt = await FileAsync(Srt);
        var plan = await _jobs.PlanAsync(await Clips.MakeAsync(
            "mp4", $"-f lavfi -i testsrc2=s=160x90:r=30:d=2 -f srt -i \"{srt}\" -map 0 -map 1 -c:v libx264 -preset ultrafast -c:s mov_text -metadata:s:s:0 language=eng"));
        var markers = new[] { await _jobs.MakeAsync(plan, "text"), await _jobs.MakeAsync(plan, "video-c0") };

        Assert.Equal(["<i>Hello</i> &amp; &lt;3", "Two\nlines"], Read(plan, "text-en").Cues.Select(cue => cue.Text));
        var text = Assert.Single((await _jobs.PublishAsync(plan, markers)).Presentation.Text);
        Assert.Equal(("text-en", "en", JobRunner.PathsOf(plan).Text("text-en").Name), (text.Name, text.Language, text.BlobName));
        Assert.Empty((await _jobs.PublishAsync(plan, markers[1..])).Presentation.Text);
    }

    [Theory]
    [InlineData("mp4")]
    [InlineData("ts")]
    public async Task Captions_in_pictures_are_taken_out(string extension)
    {
        var plan = await _jobs.PlanAsync(await CaptionedVideo.CreateAsync("HELLO 60", extension));
        Assert.Equal(("text-und-captions", "Subtitles (captions)"), (plan.Text!.Single().Name, plan.Text!.Single().Label));
        await _jobs.MakeAsync(plan, "text");
        var cue = Assert.Single(Read(plan, "text-und-captions").Cues);
        Assert.Equal("HELLO 60", cue.Text);
        Assert.InRange(cue.StartMilliseconds, 500, 800);
        Assert.InRange(cue.EndMilliseconds, 2200, 2500);

        // They are not in the pictures any more.
        await _jobs.MakeAsync(plan, "video-c0");
        var video = await Hostile.FileAsync(_jobs.Joined(plan, WorkItemKind.Video, plan.Video[0].Name, 1));
        using var ffprobe = Process.Start(new ProcessStartInfo("ffprobe", $"-v error -read_intervals %+#1 -show_entries frame=pts:frame_side_data=side_data_type -of compact \"{video}\"") { RedirectStandardOutput = true })!;
        var said = await ffprobe.StandardOutput.ReadToEndAsync();
        Assert.Contains("frame|", said, StringComparison.Ordinal);
        Assert.DoesNotContain("A53", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_track_without_a_cue_is_left_out()
    {
        var srt = await FileAsync("1\n00:00:05,000 --> 00:00:06,000\nAfter the end\n");
        var plan = await _jobs.PlanAsync(await Clips.MakeAsync(
            "mkv", $"-f lavfi -i testsrc2=s=160x90:r=30:d=2 -f srt -i \"{srt}\" -map 0 -map 1 -c:v libx264 -preset ultrafast -c:s srt -t 8"));
        Assert.Empty((await _jobs.MakeAsync(plan, "text")).Texts);
    }

    private static Task<string> FileAsync(string text) => Hostile.FileAsync(Encoding.UTF8.GetBytes(text));

    private WebVttDocument Read(TranscodePlan plan, string name) => WebVttReader.Read(_media.Blobs[JobRunner.PathsOf(plan).Text(name)]);
}

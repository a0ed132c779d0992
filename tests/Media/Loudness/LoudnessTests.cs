using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using StreamPlatform.Domain.Processing;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tests.Transcoder;

namespace StreamPlatform.Media.Tests.Loudness;

/// <summary>Sound is encoded by the audio item and measured as it comes out.</summary>
public sealed partial class LoudnessTests : IDisposable
{
    /// <summary>Two voices of band-limited noise that come and go, with a beat: loudness and peaks of speech over music.</summary>
    private const string Programme =
        "-f lavfi -i \"anoisesrc=c=pink:r=48000:a=0.5:seed=7:d=5,lowpass=f=6000,volume='0.3+0.7*abs(sin(t*1.7))':eval=frame\" "
        + "-f lavfi -i \"anoisesrc=c=brown:r=48000:a=0.5:seed=9:d=5,highpass=f=120,volume='0.2+0.8*lt(mod(t,0.6),0.08)':eval=frame\" "
        + "-filter_complex \"[0][1]amerge=inputs=2";

    private readonly MediaFixture _media = new();
    private readonly JobRunner _jobs;

    public LoudnessTests() => _jobs = new JobRunner(_media);

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData(-8)] // quiet
    [InlineData(14)] // clipped all over
    public async Task Stereo_comes_out_at_the_target_at_both_rates(int gain)
    {
        var plan = await PlanAsync($",volume={gain}dB\" -c:a pcm_s16le");
        await _jobs.MakeAsync(plan, "audio");
        Assert.Equal(["und-128k", "und-64k"], plan.Audio.Select(audio => audio.Name));
        foreach (var audio in plan.Audio)
        {
            var (lufs, peak) = await MeasureAsync(plan, audio);
            Assert.InRange(lufs, -17, -15);
            Assert.InRange(peak, -20, -0.5);
        }
    }

    [Fact]
    public async Task Five_one_and_its_downmix_come_out_at_the_target()
    {
        var plan = await PlanAsync(",pan=5.1|FL=c0|FR=c1|FC=0.5*c0+0.5*c1|LFE=0.1*c0|BL=0.4*c1|BR=0.4*c0,volume=-6dB\" -c:a ac3 -b:a 448k", "mkv");
        await _jobs.MakeAsync(plan, "audio");
        Assert.Equal([2, 2, 6], plan.Audio.Select(audio => audio.Channels));
        foreach (var audio in plan.Audio)
            Assert.InRange((await MeasureAsync(plan, audio)).Lufs, -17, -15);
    }

    [Fact]
    public async Task Mono_comes_out_as_loud_as_stereo_when_both_loudspeakers_play_it()
    {
        var plan = await PlanAsync(",pan=mono|c0=0.5*c0+0.5*c1,volume=-3dB\" -c:a pcm_s16le");
        await _jobs.MakeAsync(plan, "audio");
        Assert.InRange((await MeasureAsync(plan, Assert.Single(plan.Audio), "dualmono=true:")).Lufs, -17, -15);
    }

    [Theory]
    [InlineData("-f lavfi -i anullsrc=r=48000:cl=stereo:d=3 -c:a pcm_s16le", double.NegativeInfinity)]
    [InlineData("-f lavfi -i sine=f=440:r=48000:d=0.3,volume=-20dB -c:a pcm_s16le", -38)] // a sine of ffmpeg's peaks at −18
    public async Task Silence_and_what_is_too_short_to_measure_keep_their_level(string source, double peak)
    {
        var plan = await _jobs.PlanAsync(await Clips.MakeAsync("wav", source));
        await _jobs.MakeAsync(plan, "audio");
        Assert.True((await MeasureAsync(plan, plan.Audio[0])).Peak <= peak + 1);
    }

    private async Task<TranscodePlan> PlanAsync(string rest, string extension = "wav") =>
        await _jobs.PlanAsync(await Clips.MakeAsync(extension, Programme + rest));

    private async Task<(double Lufs, double Peak)> MeasureAsync(TranscodePlan plan, AudioRendition audio, string option = "")
    {
        var segments = _jobs.Marker(plan, "audio")!.Outputs.Single(output => output.Rendition == audio.Name).Segments.Count;
        var file = await Hostile.FileAsync(_jobs.Joined(plan, WorkItemKind.Audio, audio.Name, segments));
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", $"-nostdin -nostats -hide_banner -i \"{file}\" -af ebur128={option}framelog=verbose:peak=true -f null -") { RedirectStandardError = true })!;
        var said = await ffmpeg.StandardError.ReadToEndAsync();
        return (Number(Integrated().Match(said)), Number(Peak().Match(said)));
    }

    private static double Number(Match match) => match.Groups[1].Value is "-inf" ? double.NegativeInfinity : double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"I:\s+(\S+) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"Peak:\s+(\S+) dBFS")]
    private static partial Regex Peak();
}

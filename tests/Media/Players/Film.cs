using System.Text;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Tests.Transcoder;

namespace StreamPlatform.Media.Tests.Players;

/// <summary>
/// What the jobs make of a film with everything that players choose from: three rungs, English in 5.1 and stereo (440 Hz),
/// German in stereo (880 Hz), subtitles in both. Its pictures carry their number.
/// </summary>
public sealed class Film : IAsyncLifetime
{
    public const int Seconds = 16;
    public const int Rate = 15;

    private readonly MediaFixture _media = new();

    internal Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var jobs = new JobRunner(_media);
        var (hello, hallo) = (await SubtitlesAsync("Hello"), await SubtitlesAsync("Hallo"));
        var file = await Clips.MakeAsync(
            "mkv",
            $"-f lavfi -i \"testsrc2=s=160x90:r={Rate}:d={Seconds},{Counter.Draw},scale=854:480:flags=neighbor\" "
            + $"-f lavfi -i sine=f=440:r=48000:d={Seconds} -f lavfi -i sine=f=880:r=48000:d={Seconds} -f srt -i \"{hello}\" -f srt -i \"{hallo}\" "
            + "-filter_complex \"[1]pan=5.1|FL=c0|FR=c0|FC=c0|LFE=0*c0|BL=c0|BR=c0[en];[2]pan=stereo|c0=c0|c1=c0[de]\" -map 0 -map [en] -map [de] -map 3 -map 4 "
            + "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -c:s srt "
            + "-metadata:s:a:0 language=eng -metadata:s:a:1 language=ger -metadata:s:s:0 language=eng -metadata:s:s:1 language=ger");
        Site = await jobs.PublishAsync(await jobs.PlanAsync(file, JobRunner.Small with { MaxHeight = 480 }));
    }

    public Task DisposeAsync()
    {
        _media.Dispose();
        return Task.CompletedTask;
    }

    private static Task<string> SubtitlesAsync(string text) =>
        Hostile.FileAsync(Encoding.UTF8.GetBytes($"1\n00:00:00,000 --> 00:00:{Seconds},000\n{text}\n"));
}

[CollectionDefinition(Name)]
public sealed class FilmCollection : ICollectionFixture<Film>
{
    public const string Name = "A film with everything that players choose from";
}

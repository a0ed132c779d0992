using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>Clocks that begin anywhere, jump or start in the middle: picture and sound stay together.</summary>
public sealed class TimelineTests : IDisposable
{
    private const string Encoded = "-c:v libx264 -preset ultrafast -bf 2 -g 12 -pix_fmt yuv420p -c:a aac";

    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData("ts", 0, 100)]
    [InlineData("ts", 5000, 0)]
    [InlineData("vob", 0, 300)]
    public async Task Recordings_that_were_joined_play_one_after_the_other(string extension, int first, int second)
    {
        var made = await new Pipeline(_media).MakeAsync(await JoinedAsync(extension, first, second));

        Assert.Equal(["source.clock_jumps"], made.Plan.Info.Warnings.Select(warning => warning.Code));
        Assert.InRange(made.Plan.Info.DurationSeconds, 3.1, 3.35);
        var output = await Readback.OfAsync(made);
        Sync.Check(output, 2);
        Assert.InRange(output.Flashes[1] - output.Flashes[0], 1.55, 1.7);
    }

    [Fact]
    public async Task A_part_of_joined_recordings_is_counted_without_the_jump()
    {
        var file = await JoinedAsync("ts", 5000, 0);
        var whole = await Readback.OfAsync(await new Pipeline(_media).MakeAsync(file));
        using var media = new MediaFixture();
        var made = await new Pipeline(media).MakeAsync(file, new EncodingChoice { Trim = new TrimChoice(whole.Flashes[1] - 0.6, whole.Flashes[1] + 0.6) });

        Assert.Equal(1.2, made.Presentation.DurationSeconds, 0.05);
        var output = await Readback.OfAsync(made);
        Sync.Check(output, 1);
        Assert.Equal(0.6, output.Flashes[0], 0.05);
    }

    [Fact]
    public async Task A_signal_that_was_lost_for_some_seconds_is_a_gap_of_that_length()
    {
        var made = await new Pipeline(_media).MakeAsync(await JoinedAsync("ts", 0, 4));
        Assert.Empty(made.Plan.Info.Warnings);
        var output = await Readback.OfAsync(made);
        Sync.Check(output, 2);
        Assert.InRange(output.Flashes[1] - output.Flashes[0], 3.85, 4.05);
    }

    [Fact]
    public async Task A_transport_stream_may_begin_between_two_key_frames()
    {
        var whole = await File.ReadAllBytesAsync(await Clips.MakeAsync("ts", $"{Scene.Both()} {Encoded} -pat_period 0.1"));
        var packets = whole.Length / 188;
        var made = await new Pipeline(_media).MakeAsync(await Hostile.FileAsync(whole[(packets / 5 * 188)..]));
        Sync.Check(await Readback.OfAsync(made), 1);
    }

    [Fact]
    public async Task An_edit_list_that_starts_between_two_key_frames_cuts_off_what_comes_before()
    {
        var whole = await Clips.MakeAsync("mp4", $"{Scene.Both()} -c:v libx264 -preset ultrafast -bf 2 -g 100 -pix_fmt yuv420p -c:a aac");
        var made = await new Pipeline(_media).MakeAsync(await Clips.MakeAsync("mp4", $"-ss 0.5 -i {whole} -c copy"));
        Assert.InRange(made.Plan.Info.DurationSeconds, 1.05, 1.15);
        var output = await Readback.OfAsync(made);
        Sync.Check(output, 1);
        Assert.InRange(output.Flashes[0], 0.45, 0.55);
    }

    [Fact]
    public async Task Negative_times_are_shown_from_their_start()
    {
        var whole = await Clips.MakeAsync("mp4", $"{Scene.Both()} -c:v libx264 -preset ultrafast -bf 2 -g 100 -pix_fmt yuv420p -c:a aac");
        var file = await Clips.MakeAsync("mkv", $"-ss 0.5 -i {whole} -c copy -avoid_negative_ts disabled");
        var made = await new Pipeline(_media).MakeAsync(file);
        var output = await Readback.OfAsync(made);
        Sync.Check(output, 1);
        Assert.InRange(output.Flashes[0], 0.95, 1.05);
    }

    private static async Task<string> JoinedAsync(string extension, int first, int second)
    {
        var parts = new List<byte>();
        foreach (var start in new[] { first, second })
            parts.AddRange(await File.ReadAllBytesAsync(await Clips.MakeAsync(extension, $"{Scene.Both()} {(extension == "vob" ? "-c:v mpeg2video -c:a mp2" : Encoded)} -output_ts_offset {start}")));
        return await Hostile.FileAsync([.. parts]);
    }
}

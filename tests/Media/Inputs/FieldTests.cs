using StreamPlatform.Domain.Processing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>Pictures made of fields: video becomes twice as many frames, film gets its own back.</summary>
public sealed class FieldTests : IDisposable
{
    private const string Interlacing = "-flags +ildct+ilme -qscale:v 2 -c:v mpeg2video";

    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData("ts", "60000/1001", "30000/1001", 60000)]
    [InlineData("mxf", "50", "25", 50)]
    public async Task Interlaced_video_shows_each_field_as_a_frame(string extension, string fields, string frames, int numerator)
    {
        var file = await Clips.MakeAsync(
            extension, $"-f lavfi -i \"testsrc2=s=192x108:r={fields}:d=1,tinterlace=mode=interleave_top,fieldorder=tff\" {Interlacing} -r {frames}");
        var made = await new Pipeline(_media).MakeAsync(file);
        Assert.True(made.Plan.Info.Video!.Interlaced);
        Assert.Equal(numerator, made.Plan.Grid!.FrameRate.Numerator);
        var output = await Readback.OfAsync(made);
        Assert.InRange(output.Frames, 49, 61);
        Assert.All(Enumerable.Range(2, output.Frames - 5), frame => Assert.True(output.Change(frame) > 0.1, $"Frame {frame} stands still."));
    }

    [Fact]
    public async Task Telecined_film_is_shown_at_its_own_rate_without_a_picture_twice()
    {
        var file = await Clips.MakeAsync("ts", $"-f lavfi -i \"testsrc2=s=192x108:r=24000/1001:d=2.4,telecine=pattern=23,setfield=tff\" {Interlacing}");
        var made = await new Pipeline(_media).MakeAsync(file);

        Assert.True(made.Plan.Info.Video is { Telecined: true, Interlaced: false });
        Assert.Equal(new Rational(24000, 1001), made.Plan.Grid!.FrameRate);
        Assert.Single(made.Plan.Chunks);
        var output = await Readback.OfAsync(made);
        Assert.InRange(output.Frames, 57, 59);
        var still = Enumerable.Range(1, output.Frames - 3).Count(frame => output.Change(frame) < 0.1);
        Assert.InRange(still, 0, 1);
    }

    [Fact]
    public async Task A_part_of_telecined_film_has_its_own_frames_from_its_start_to_its_end()
    {
        var file = await Clips.MakeAsync("ts", $"-f lavfi -i \"testsrc2=s=160x90:r=24000/1001:d=6,{Counter.Draw},telecine=pattern=23,setfield=tff\" {Interlacing}");
        var made = await new Pipeline(_media).MakeAsync(file, new EncodingChoice { Trim = new TrimChoice(2.02, 4.02) });

        Assert.True(made.Plan.Info.Video is { Telecined: true });
        var part = await Counter.ReadAsync(made.Video!);
        Assert.InRange(part[0], 47, 49);
        Assert.Equal(Enumerable.Range(part[0], 48), part);
    }

    [Fact]
    public async Task Film_that_is_only_flagged_to_be_telecined_is_shown_at_its_own_rate()
    {
        var elementary = await Clips.MakeAsync("m2v", $"-f lavfi -i testsrc2=s=192x108:r=30000/1001:d=1.6 {Interlacing} -bf 0 -r 30000/1001");
        var flagged = await Hostile.FileAsync(SoftTelecine(await File.ReadAllBytesAsync(elementary)));
        var made = await new Pipeline(_media).MakeAsync(await Clips.MakeAsync("ts", $"-fflags +genpts -f mpegvideo -i {flagged} -c copy"));

        Assert.True(made.Plan.Info.Video is { Telecined: false, Interlaced: false });
        Assert.Equal(24, made.Plan.Grid!.FrameRate.Value, 0.1);
        Assert.InRange((await Readback.OfAsync(made)).Frames, 47, 49);
    }

    [Fact]
    public async Task Video_at_the_rate_of_telecined_film_is_not_taken_for_it()
    {
        var file = await Clips.MakeAsync("ts", $"-f lavfi -i \"testsrc2=s=192x108:r=30000/1001:d=2\" {Interlacing}");
        var info = (await new Pipeline(_media).ProbeAsync(file)).Value;
        Assert.True(info.Video is { Telecined: false, Interlaced: true });
    }

    [Theory]
    [InlineData("[Parsed_idet_0 @ 0x1] Repeated Fields: Neither:    72 Top:    24 Bottom:    24", true)]
    [InlineData("[Parsed_idet_0 @ 0x1] Repeated Fields: Neither:   120 Top:     0 Bottom:     0", false)]
    [InlineData("[Parsed_idet_0 @ 0x1] Repeated Fields: Neither:    10 Top:    55 Bottom:    55", false)]
    [InlineData("[Parsed_idet_0 @ 0x1] Repeated Fields: Neither:    24 Top:     8 Bottom:     8", false)]
    [InlineData("Error", false)]
    public void Pulldown_is_told_by_its_rhythm_over_enough_pictures(string line, bool telecined) => Assert.Equal(telecined, FieldCheck.IsPulldown([line]));

    /// <summary>Sets progressive_frame, and top_field_first and repeat_first_field in the rhythm of 3:2 (ISO/IEC 13818-2, 6.3.10).</summary>
    private static byte[] SoftTelecine(byte[] video)
    {
        (bool Top, bool Repeat)[] rhythm = [(true, true), (false, false), (false, true), (true, false)];
        var picture = 0;
        for (var i = 0; i + 9 < video.Length; i++)
        {
            if (video[i] != 0 || video[i + 1] != 0 || video[i + 2] != 1 || video[i + 3] != 0xB5 || video[i + 4] >> 4 != 8)
                continue;
            var (top, repeat) = rhythm[picture++ % 4];
            video[i + 7] = (byte)((video[i + 7] & 0b0111_1101) | (top ? 0x80 : 0) | (repeat ? 0x02 : 0));
            video[i + 8] |= 0x80;
        }

        return video;
    }
}

using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>Every kind of input goes through prober, planner, all items and packager; what comes out is read back.</summary>
public sealed class InputTests : IDisposable
{
    private const double MostOutOfSync = 0.045;

    private readonly MediaFixture _media = new();

    public static TheoryData<string> Names => [.. InputCatalogue.Containers.Concat(InputCatalogue.Properties).Select(input => input.Name)];

    public void Dispose() => _media.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_input_comes_out_as_it_went_in(string name)
    {
        var input = InputCatalogue.Containers.Concat(InputCatalogue.Properties).Single(input => input.Name == name);
        var made = await new Pipeline(_media).MakeAsync(await Clips.MakeAsync(input.Extension, input.Arguments));
        var info = made.Plan.Info;

        Assert.Equal(input.Codecs, info.Audio.Select(track => track.Codec).Prepend(info.Video!.Codec));
        Assert.Equal(input.Shown, (info.Video.Width, info.Video.Height));
        Assert.Equal(input.Languages, info.Audio.Select(track => track.Language).Where(language => language != "und"));
        Assert.Empty(info.Warnings);

        var output = await Readback.OfAsync(made);
        var frame = 1 / made.Plan.Grid!.FrameRate.Value;
        Assert.Equal(input.Rate, made.Plan.Grid.FrameRate.Value, 0.01);
        Assert.Equal(made.Plan.Grid.TotalFrames, output.Frames);
        Assert.InRange(output.Frames * frame, input.Seconds - frame - input.SecondsOff - 0.001, input.Seconds + Math.Max(frame, 0.025) + input.SecondsOff + 0.001);
        Assert.InRange((double)output.Width / output.Height, (double)(input.Shown.Width - 2) / input.Shown.Height, (double)(input.Shown.Width + 2) / input.Shown.Height);
        Assert.Equal("yuv420p,tv,bt709,bt709,bt709", string.Join(',', output.Tags.Split(',').Where(tag => tag != "1:1")));
        Assert.Equal(input.Corners, Corners(output));
        if (output.Beep is { } beep)
        {
            Assert.InRange(output.AudioSeconds, output.Frames * frame - 0.05, output.Frames * frame + 0.05);
            Assert.InRange(output.Flash!.Value - beep, -MostOutOfSync, MostOutOfSync);
        }
        else
        {
            Assert.Equal(input.Codecs.Length == 1, made.Audio.Count == 0);
        }
    }

    /// <summary>First letters of the colours in the upper left, upper right and lower left corner; a space where it is grey.</summary>
    private static string Corners(Readback output) => string.Concat(new[] { (0.1, 0.1), (0.9, 0.1), (0.1, 0.9) }.Select(place => output.At(place.Item1, place.Item2) switch
    {
        { R: > 200, G: < 60, B: < 60 } => 'r',
        { R: < 60, G: > 150, B: < 60 } => 'g',
        { R: < 60, G: < 60, B: > 200 } => 'b',
        _ => ' ',
    }));
}

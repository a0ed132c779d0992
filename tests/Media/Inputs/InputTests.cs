using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>Every kind of input goes through prober, planner, all items and packager; what comes out is read back.</summary>
public sealed class InputTests : IDisposable
{
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
var aspect = (double)input.Shown.Width / input.Shown.Height;
        Assert.InRange(output.Width, (output.Height * aspect) - 2, (output.Height * aspect) + 2);
        Assert.Equal("yuv420p,tv,bt709,bt709,bt709", output.Colours);
        Assert.Equal(input.Corners, output.Corners);
        if (made.Audio.Count > 0)
        {
            Assert.InRange(output.AudioSeconds, output.Frames * frame - 0.05, output.Frames * frame + 0.05);
            Sync.Check(output, 1);
        }
    }
}

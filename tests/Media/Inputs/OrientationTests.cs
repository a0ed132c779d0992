using StreamPlatform.Media.Tests.Support;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>Every turn and mirror image a container can ask for is shown as asked.</summary>
public sealed class OrientationTests : IDisposable
{
    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData(0, 1, -1, 0, "br ", 90, 160)]
    [InlineData(-1, 0, 0, -1, " bg", 160, 90)]
    [InlineData(0, -1, 1, 0, "g r", 90, 160)]
    [InlineData(-1, 0, 0, 1, "gr ", 160, 90)]
    [InlineData(1, 0, 0, -1, "b r", 160, 90)]
    [InlineData(0, 1, 1, 0, "rbg", 90, 160)]
    [InlineData(0, -1, -1, 0, " gb", 90, 160)]
    public async Task A_turned_or_mirrored_clip_is_shown_upright(int a, int b, int c, int d, string corners, int width, int height)
    {
        var flat = await Clips.MakeAsync("mp4", $"{Scene.Picture(seconds: 0.4)} -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var made = await new Pipeline(_media).MakeAsync(await Patched.MatrixAsync(flat, a, b, c, d));

        Assert.Equal((width, height), (made.Plan.Info.Video!.Width, made.Plan.Info.Video.Height));
        Assert.Equal(a * d - b * c < 0, made.Plan.Info.Video.Reflected);
        var output = await Readback.OfAsync(made);
        Assert.Equal((width, height), (output.Width, output.Height));
        Assert.Equal(corners, output.Corners);
    }
}

using StreamPlatform.Media.Pictures;

namespace StreamPlatform.Media.Tests.Pictures;

public sealed class PosterChoiceTests
{
    private const int Size = 64;

    [Fact]
    public void A_sharp_colourful_frame_wins_wherever_it_is()
    {
        foreach (var place in new[] { 1, 4, 8 })
        {
            var frames = Enumerable.Range(0, 10).Select(i => Frame(i, i == place ? Colourful : i % 2 == 0 ? Black : Grey)).ToList();
            Assert.Equal(place, Chosen(frames));
        }
    }

    [Fact]
    public void Blurred_frames_lose_to_sharp_ones_even_if_those_are_grey()
    {
        // Smooth but bright and colourful, against fine lines without a colour.
        var frames = Enumerable.Range(0, 10).Select(i => Frame(i, i >= 6 ? Lines : Smooth)).ToList();
        Assert.InRange(Chosen(frames), 6, 9);
    }

    [Fact]
    public void Of_a_video_without_a_good_frame_the_least_bad_is_taken()
    {
        Assert.Equal(2, Chosen([Frame(0, Black), Frame(1, White), Frame(2, Smooth), Frame(3, Black)]));
        Assert.Equal(0, Chosen([Frame(0, Black)]));
    }

    [Fact]
    public void Between_equals_the_one_near_the_preferred_place_wins() =>
        Assert.Equal(1, Chosen([.. Enumerable.Range(0, 10).Select(i => Frame(i, Colourful))]));

    [Fact]
    public void A_frame_is_measured_by_what_can_be_seen()
    {
        var (black, white, smooth, lines, colourful) = (Measure(Black), Measure(White), Measure(Smooth), Measure(Lines), Measure(Colourful));
        Assert.Equal((0, 1), (black.Mean, black.Dark));
        Assert.Equal((255, 1), (white.Mean, white.Bright));
        Assert.True(lines.Sharpness > 100 * Math.Max(1, smooth.Sharpness));
        Assert.True(colourful.Colourfulness > 60 && lines.Colourfulness < 1);
        Assert.Equal(1, black.DistanceTo(white), 0.001);
        Assert.Equal(0, lines.DistanceTo(lines), 0.001);
    }

    private static double Chosen(IReadOnlyList<SampledFrame> frames) => PosterChoice.Choose(frames, 10, preferred: 0.1).Seconds;

    private static SampledFrame Frame(int second, Func<int, int, (byte, byte, byte)> paint) => new(second, true, Measure(paint), new RgbImage(2, 2));

    private static FrameMeasure Measure(Func<int, int, (byte, byte, byte)> paint)
    {
        var image = new RgbImage(Size, Size);
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
                image.Fill(x, y, 1, 1, paint(x, y));
        }

        return FrameMeasure.Of(image);
    }

    private static (byte, byte, byte) Black(int x, int y) => (0, 0, 0);

    private static (byte, byte, byte) White(int x, int y) => (255, 255, 255);

    private static (byte, byte, byte) Grey(int x, int y) => (120, 120, 122);

    private static (byte, byte, byte) Smooth(int x, int y) => ((byte)(4 * x), 120, (byte)(4 * y));

    private static (byte, byte, byte) Lines(int x, int y) => x % 4 < 2 ? ((byte)200, (byte)200, (byte)200) : ((byte)60, (byte)60, (byte)60);

    private static (byte, byte, byte) Colourful(int x, int y) => ((x / 4) + (y / 4)) % 3 == 0 ? ((byte)230, (byte)30, (byte)20) : x % 8 < 4 ? ((byte)20, (byte)180, (byte)60) : ((byte)30, (byte)60, (byte)220);
}

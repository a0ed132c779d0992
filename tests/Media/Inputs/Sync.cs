namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>Flashes and beeps that belong together come together.</summary>
internal static class Sync
{
    private const double Most = 0.045;

    public static void Check(Readback output, int count)
    {
        Assert.Equal((count, count), (output.Flashes.Count, output.Beeps.Count));
        Assert.All(output.Flashes.Zip(output.Beeps), pair => Assert.InRange(pair.First - pair.Second, -Most, Most));
    }
}

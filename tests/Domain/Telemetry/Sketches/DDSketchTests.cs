using CsCheck;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Tests.Telemetry.Sketches;

public sealed class DDSketchTests
{
    private static readonly double[] Shares = [0, 0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];

    [Fact]
    public void Every_quantile_is_within_one_percent_of_the_exact_one() =>
        Gen.Double[DDSketch.Least, 1e9].Array[1, 2_000].Sample(values =>
        {
            var sketch = Of(values);
            Array.Sort(values);
            return Shares.All(share => Math.Abs((sketch.Quantile(share) / Exact(values, share)) - 1) <= DDSketch.RelativeAccuracy + 1e-9);
        }, iter: 200);

    [Theory]
    [InlineData("log-normal")]
    [InlineData("pareto")]
    [InlineData("uniform")]
    public void So_are_those_of_a_hundred_thousand_values(string shape)
    {
        var values = Samples.Of(shape, 100_000);
        var sketch = Of(values);
        Array.Sort(values);

        Assert.All(Shares, share =>
            Assert.InRange(sketch.Quantile(share) / Exact(values, share), 1 - DDSketch.RelativeAccuracy - 1e-9, 1 + DDSketch.RelativeAccuracy + 1e-9));
    }

    [Fact]
    public void Zeros_and_what_is_too_large_are_counted_at_the_ends()
    {
        var sketch = Of([0, 0, 0, 5, double.PositiveInfinity]);

        Assert.Equal(0, sketch.Quantile(0.5));
        Assert.InRange(sketch.Quantile(0.75), 4.95, 5.05);
        Assert.InRange(sketch.Quantile(1), DDSketch.Most * 0.99, DDSketch.Most * 1.01);
        Assert.Equal(5, sketch.Count);
    }

    [Fact]
    public void Of_nothing_there_is_no_quantile() => Assert.Equal(double.NaN, new DDSketch().Quantile(0.5));

    [Fact]
    public void What_is_taken_away_was_never_there() =>
        Gen.Select(Gen.Double[0, 1e6].Array[0, 200], Gen.Double[0, 1e6].Array[0, 200]).Sample((stay, go) =>
        {
            var sketch = Of([.. stay, .. go]);
            foreach (var value in go)
                sketch.Add(value, -1);

            return sketch.ToBytes().AsSpan().SequenceEqual(Of(stay).ToBytes()) && sketch.Count == stay.Length;
        }, iter: 200);

    [Fact]
    public void Parts_merged_in_any_order_are_the_whole_to_the_byte() =>
        Gen.Select(Gen.Double[0, 1e8].Array[0, 500], Gen.Int[1, 6], Gen.Int).Sample((values, parts, seed) =>
        {
            var random = new Random(seed);
            var pieces = Enumerable.Range(0, parts).Select(_ => new DDSketch()).ToArray();
            foreach (var value in values)
                pieces[random.Next(parts)].Add(value);
            random.Shuffle(pieces);
            var merged = new DDSketch();
            foreach (var piece in pieces)
                merged.MergeWith(DDSketch.FromBytes(piece.ToBytes()));

            return merged.ToBytes().AsSpan().SequenceEqual(Of(values).ToBytes());
        }, iter: 200);

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void What_is_no_amount_is_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DDSketch().Add(value));

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 7, 0 })]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 1, 0, 0x80 })]
    [InlineData(new byte[] { 1, 0, 255, 255, 255, 127, 2 })]
    [InlineData(new byte[] { 1, 0, 1, 2 })]
    public void What_is_no_sketch_is_refused(byte[] bytes) =>
        Assert.Throws<FormatException>(() => DDSketch.FromBytes(bytes));

    internal static DDSketch Of(IEnumerable<double> values)
    {
        var sketch = new DDSketch();
        foreach (var value in values)
            sketch.Add(value);
        return sketch;
    }

    /// <summary>The value at the rank below, as the sketch counts.</summary>
    private static double Exact(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}

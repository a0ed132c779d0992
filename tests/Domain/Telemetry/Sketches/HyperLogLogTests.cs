using CsCheck;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Tests.Telemetry.Sketches;

public sealed class HyperLogLogTests
{
    /// <summary>The standard error is 0.81 %, so of many sketches one in eighty is off by more than two percent: no sketch of this size can do better.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(2_000)]
    [InlineData(2_100)]
    [InlineData(40_000)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void Uniques_are_told_within_two_percent_in_all_but_one_of_twenty_sets(int count)
    {
        var errors = Enumerable.Range(0, 20).Select(set => Math.Abs(Of(Enumerable.Range(set * count, count)).Estimate() - count) / (double)count).Order().ToArray();

        Assert.InRange(errors[^2], 0, 0.02);
        Assert.InRange(errors[^1], 0, 0.03);
    }

    [Fact]
    public void Nobody_is_nobody()
    {
        Assert.Equal(0, new HyperLogLog().Estimate());
        Assert.Equal(0, HyperLogLog.FromBytes(new HyperLogLog().ToBytes()).Estimate());
    }

    [Fact]
    public void The_error_over_many_sets_is_that_of_the_paper()
    {
        const int count = 50_000;
        var squares = Enumerable.Range(0, 60).Average(set =>
            Math.Pow((Of(Enumerable.Range(set * count, count)).Estimate() / (double)count) - 1, 2));

        // 1.04/√2^14 = 0.81 %; the root of the mean of 60 squares strays from it by some 9 %.
        Assert.InRange(Math.Sqrt(squares), 0.005, 0.0105);
    }

    [Fact]
    public void Who_is_added_again_changes_nothing()
    {
        var sketch = Of(Enumerable.Range(0, 3_000));
        var before = sketch.ToBytes();

        Assert.False(sketch.Add(17));
        sketch.MergeWith(Of(Enumerable.Range(1_000, 500)));

        Assert.Equal(before, sketch.ToBytes());
    }

    [Fact]
    public void Parts_merged_in_any_order_are_the_whole_to_the_byte() =>
        Gen.Select(Gen.Int[0, 6_000], Gen.Int[1, 6], Gen.Int).Sample((count, parts, seed) =>
        {
            var random = new Random(seed);
            var pieces = Enumerable.Range(0, parts).Select(_ => new HyperLogLog()).ToArray();
            for (var id = 0; id < count; id++)
                pieces[random.Next(parts)].Add((ulong)id);
            random.Shuffle(pieces);
            var merged = new HyperLogLog();
            foreach (var piece in pieces)
                merged.MergeWith(HyperLogLog.FromBytes(piece.ToBytes()));

            return merged.ToBytes().AsSpan().SequenceEqual(Of(Enumerable.Range(0, count)).ToBytes());
        }, iter: 100);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(2_500)]
    [InlineData(50_000)]
    public void What_is_written_is_read_again(int count)
    {
        var sketch = Of(Enumerable.Range(0, count));

        var read = HyperLogLog.FromBytes(sketch.ToBytes());

        Assert.Equal(sketch.Estimate(), read.Estimate());
        Assert.Equal(sketch.ToBytes(), read.ToBytes());
        Assert.InRange(sketch.ToBytes().Length, 1, 12_289);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 9 })]
    [InlineData(new byte[] { 1, 2 })]
    [InlineData(new byte[] { 1, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 1, 0, 255 })]
    [InlineData(new byte[] { 2, 0, 0 })]
    public void What_is_no_sketch_is_refused(byte[] bytes) =>
        Assert.Throws<FormatException>(() => HyperLogLog.FromBytes(bytes));

    private static HyperLogLog Of(IEnumerable<int> ids)
    {
        var sketch = new HyperLogLog();
        foreach (var id in ids)
            sketch.Add((ulong)id);
        return sketch;
    }
}

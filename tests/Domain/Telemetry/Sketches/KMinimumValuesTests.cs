using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Tests.Telemetry.Sketches;

public sealed class KMinimumValuesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    [InlineData(KMinimumValues.Size - 1)]
    public void Of_few_things_everything_is_exact(int count)
    {
        var (first, second) = (Of(Ids(1, count)), Of(Ids(1UL + (ulong)(count / 3), count)));

        Assert.True(first.IsWhole);
        Assert.Equal(count, first.Estimate());
        Assert.Equal((count, count - (count / 3)), first.SharedWith(second));
    }

    /// <summary>Sizes and shares at random, sets of either size first: within five standard errors of what is so.</summary>
    [Fact]
    public void Of_many_sizes_and_what_two_sets_share_are_within_their_error()
    {
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var (size, other, share) = (random.Next(5_000, 200_000), random.Next(5_000, 200_000), random.NextDouble());
            var common = (int)(share * Math.Min(size, other));
            var start = (ulong)random.NextInt64();
            var (first, second) = (Of(Ids(start, size)), Of(Ids(start + (ulong)(size - common), other)));

            Assert.InRange(first.Estimate(), size * (1 - (5 * 0.0157)), size * (1 + (5 * 0.0157)));
            var (of, shared) = first.SharedWith(second);
            Assert.InRange(of, 50, KMinimumValues.Size);
            var expected = (double)common / size;
            Assert.InRange((double)shared / of, expected - Error(expected, of), expected + Error(expected, of));
        }

        static double Error(double share, int of) => 5 * Math.Sqrt(((share * (1 - share)) + (1.0 / of)) / of);
    }

    [Fact]
    public void In_whatever_order_and_parts_things_come_the_sample_is_the_same()
    {
        var random = new Random(11);
        var ids = Ids(5, 20_000).ToArray();
        var whole = Of(ids).ToBytes();
        for (var round = 0; round < 5; round++)
        {
            random.Shuffle(ids);
            var parts = ids.Chunk(random.Next(500, 9_000)).Select(Of).ToList();
            var merged = new KMinimumValues();
            foreach (var part in parts.Concat(parts.Take(2)))
                merged.MergeWith(KMinimumValues.FromBytes(part.ToBytes()));

            Assert.Equal(whole, merged.ToBytes());
        }
    }

    [Fact]
    public void It_is_small_and_bytes_that_are_none_are_refused()
    {
        Assert.InRange(Of(Ids(1, 1_000_000)).ToBytes().Length, 1, 6 * KMinimumValues.Size);
        Assert.Throws<FormatException>(() => KMinimumValues.FromBytes([]));
        Assert.Throws<FormatException>(() => KMinimumValues.FromBytes([2, 2]));
        Assert.Throws<FormatException>(() => KMinimumValues.FromBytes([1, 2, 0]));
    }

    private static IEnumerable<ulong> Ids(ulong first, int count)
    {
        for (var i = 0; i < count; i++)
            yield return unchecked(first + (ulong)i);
    }

    private static KMinimumValues Of(IEnumerable<ulong> ids)
    {
        var sample = new KMinimumValues();
        foreach (var id in ids)
            sample.Add(id);
        return sample;
    }
}

using CsCheck;
using StreamPlatform.Media.Sources;

namespace StreamPlatform.Media.Tests.Sources;

public sealed class ByteRangesTests
{
    private static readonly Gen<ByteRange[]> Some =
        Gen.Select(Gen.Long[0, 100], Gen.Long[0, 20], (start, length) => new ByteRange(start, start + length)).Array[0, 12];

    [Fact]
    public void Merged_ranges_hold_the_same_bytes_in_order_and_apart() => Some.Sample(ranges =>
    {
        var merged = ByteRanges.Merge(ranges);
        Assert.Equal(Bytes(ranges), Bytes(merged));
        Assert.All(merged.Zip(merged.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
    });

    [Fact]
    public void What_is_missing_is_what_is_wanted_and_not_held() => Gen.Select(Some, Some).Sample((wanted, held) =>
    {
        var missing = ByteRanges.Except(ByteRanges.Merge(wanted), ByteRanges.Merge(held));
        Assert.Equal(Bytes(wanted).Except(Bytes(held)), Bytes(missing));
        Assert.Equal(Bytes(missing).Count(), missing.Sum(range => range.Length));
    });

    [Fact]
    public void Pieces_are_the_same_bytes_and_none_is_too_long() => Gen.Select(Some, Gen.Int[1, 9]).Sample((ranges, size) =>
    {
        var pieces = ByteRanges.Pieces(ByteRanges.Merge(ranges), size).ToList();
        Assert.Equal(Bytes(ranges), Bytes(pieces));
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, size));
    });

    [Fact]
    public void A_small_gap_is_fetched_along() =>
        Assert.Equal([new ByteRange(0, 30), new ByteRange(41, 50)], ByteRanges.Merge([new(0, 10), new(20, 30), new(41, 50)], gap: 10));

    private static IEnumerable<long> Bytes(IEnumerable<ByteRange> ranges) =>
        ranges.SelectMany(range => Enumerable.Range(0, (int)range.Length).Select(i => range.Start + i)).Distinct().Order();
}

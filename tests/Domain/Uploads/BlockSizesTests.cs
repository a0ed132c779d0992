using CsCheck;
using StreamPlatform.Domain.Uploads;

namespace StreamPlatform.Domain.Tests.Uploads;

public sealed class BlockSizesTests
{
    [Fact]
    public void Every_file_fits_into_the_blocks_that_storage_takes() =>
        Gen.Long[1, BlockSizes.MaxBlobBytes].Sample(size =>
        {
            var block = BlockSizes.For(size);
            Assert.InRange((size + block - 1) / block, 1, 50_000);
            Assert.InRange(block, 4L << 20, 4000L << 20);
        });

    [Theory]
    [InlineData(1, 4)]
    [InlineData(40_000L << 20, 4)]
    [InlineData((40_000L << 20) + 1, 8)]
    [InlineData(100_000_000_000, 16)]
    [InlineData(BlockSizes.MaxBlobBytes, 4000)]
    public void Blocks_grow_only_where_a_file_needs_it(long size, long mebibytes) =>
        Assert.Equal(mebibytes << 20, BlockSizes.For(size));
}

using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Domain.Processing.Watermarks;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Tests.Watermarking;

/// <summary>Only PNG images of bounded size that decode are taken.</summary>
public sealed class PngReaderTests
{
    private static readonly PngReader Reader = new();

    [Theory]
    [InlineData("rgba")]
    [InlineData("rgb24")]
    [InlineData("rgba64be")]
    [InlineData("rgb48be")]
    [InlineData("gray")]
    [InlineData("gray16be")]
    [InlineData("ya8")]
    [InlineData("ya16be")]
    [InlineData("pal8")]
    [InlineData("monob")]
    public async Task Images_of_every_kind_are_taken(string format)
    {
        foreach (var more in new[] { "", " -pred mixed" })
            Assert.Equal(new WatermarkSize(101, 51), Reader.Read(await PngAsync($"-f lavfi -i testsrc=s=101x51:d=1,format={format} -frames:v 1{more}")).Value);
    }

    [Theory]
    [InlineData("rgba", 101, 51)]
    [InlineData("gray", 3, 2)]
    [InlineData("rgb24", 1, 1)]
    public async Task Interlaced_images_are_taken(string format, int width, int height)
    {
        // ffmpeg 5 writes Adam7 with this flag.
        var png = await PngAsync($"-f lavfi -i testsrc=s={Math.Max(width, 16)}x{Math.Max(height, 16)}:d=1,crop={width}:{height}:0:0:exact=1,format={format} -frames:v 1 -flags +ildct");
        Assert.Equal(1, png[28]);
        Assert.Equal(new WatermarkSize(width, height), Reader.Read(png).Value);
    }

    [Fact]
    public async Task No_byte_can_be_changed_unseen()
    {
        var good = await GoodAsync();
        for (var at = 0; at < good.Length; at++)
        {
            byte[] damaged = [.. good];
            damaged[at] ^= 0x10;
            Assert.True("watermark.unreadable" == Reader.Read(damaged).Error?.Code, $"Byte {at} of {good.Length} was changed.");
        }
    }

    [Fact]
    public async Task What_is_cut_off_is_missed()
    {
        var good = await GoodAsync();
        for (var length = 0; length < good.Length; length++)
            Assert.Equal("watermark.unreadable", Reader.Read(good[..length]).Error?.Code);
    }

    [Theory]
    [InlineData(16, 100, "more rows than there are")]
    [InlineData(20, 50, "fewer rows than there are")]
    [InlineData(25, 2, "a colour type that has other rows")]
    [InlineData(24, 3, "a depth that there is not")]
    [InlineData(26, 1, "an unknown compression")]
    [InlineData(27, 1, "an unknown filter method")]
    [InlineData(28, 2, "an unknown interlacing")]
    [InlineData(28, 1, "interlacing that it has not")]
    public async Task Headers_that_say_what_is_not_there_are_seen(int at, byte value, string what)
    {
        var png = await GoodAsync();
        if (at < 24)
            BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(at), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)) + (value == 100 ? 1 : -1));
        else
            png[at] = value;
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32.HashToUInt32(png.AsSpan(12, 17)));
        Assert.True("watermark.unreadable" == Reader.Read(png).Error?.Code, what);
    }

    [Fact]
    public async Task Moving_images_and_other_files_are_refused()
    {
        var good = await GoodAsync();
        byte[] moving = [.. good[..33], .. Chunk("acTL", new byte[8]), .. good[33..]];
        byte[] harmless = [.. good[..33], .. Chunk("tEXt", "Author\0me"u8), .. good[33..]];
        byte[] unknown = [.. good[..33], .. Chunk("ABCD", []), .. good[33..]];
        Assert.True(Reader.Read(harmless).Succeeded);
        foreach (var bad in new[] { moving, unknown, [], Encoding.ASCII.GetBytes("GIF89a") })
            Assert.Equal("watermark.unreadable", Reader.Read(bad).Error?.Code);
    }

    [Fact]
    public async Task Larger_ones_than_may_be_are_told_apart() =>
        Assert.Equal("watermark.too_large", Reader.Read(await PngAsync($"-f lavfi -i color=red:s={WatermarkErrors.MaxSide + 10}x10 -frames:v 1")).Error?.Code);

    private static Task<byte[]> GoodAsync() => PngAsync("-f lavfi -i color=0xE07010:s=100x50,format=rgba -frames:v 1");

    private static async Task<byte[]> PngAsync(string arguments) => await File.ReadAllBytesAsync(await Clips.MakeAsync("png", arguments));

    private static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }
}

using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Media.Avatars;
using StreamPlatform.Media.Tests.Support;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Tests.Avatars;

/// <summary>Nothing of what somebody sent is kept but what its pixels look like.</summary>
public sealed class AvatarMakerTests
{
    private const string Metadata = "tEXtAuthor";

    private static readonly AvatarMaker Maker = new();

    [Theory]
    [InlineData("rgba", "")]
    [InlineData("rgb24", "")]
    [InlineData("rgba64be", "")]
    [InlineData("rgb48be", "")]
    [InlineData("gray", "")]
    [InlineData("gray16be", "")]
    [InlineData("ya8", "")]
    [InlineData("ya16be", "")]
    [InlineData("pal8", "")]
    [InlineData("monob", "")]
    [InlineData("rgba", "-pred mixed")]
    [InlineData("gray", "-pred paeth")]
    [InlineData("rgb24", "-flags +ildct")]
    [InlineData("monob", "-flags +ildct")]
    public async Task Images_of_every_kind_decode_as_ffmpeg_decodes_them(string format, string more)
    {
        var file = await Clips.MakeAsync("png", $"-f lavfi -i testsrc=s=101x51:d=1,format={format} -frames:v 1 {more}");
        var wanted = await File.ReadAllBytesAsync(await Clips.MakeAsync("rgba", $"-i \"{file}\" -f rawvideo -pix_fmt rgba"));

        var pixels = Decode(await File.ReadAllBytesAsync(file));

        Assert.Equal(wanted.Length, pixels.Length);
        Assert.All(wanted.Zip(pixels), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Fact]
    public async Task An_avatar_is_the_middle_of_the_picture_in_every_size_and_nothing_else()
    {
        // Red at the left, green in the middle, blue at the right.
        var wide = await PngAsync("-f lavfi -i color=red:s=100x100,format=rgb24 -f lavfi -i color=lime:s=100x100,format=rgb24 -f lavfi -i color=blue:s=100x100,format=rgb24 -filter_complex hstack=3 -frames:v 1");
        byte[] told = [.. wide[..33], .. Convert.FromHexString("0000000A74455874417574686F72006D65"), .. new byte[1]];

        var made = Maker.Make(wide).Value;

        Assert.Equal(AvatarPaths.Sides.Count, made.Count);
        foreach (var (side, png) in AvatarPaths.Sides.Zip(made))
        {
            Assert.Equal((side, side), (new PngReader().Read(png).Value.Width, new PngReader().Read(png).Value.Height));
            Assert.All(Decode(png).Chunk(4), pixel => Assert.Equal([0, 255, 0, 255], pixel));
        }

        Assert.Equal("profile.avatar_unreadable", Maker.Make(told).Error?.Code);
        Assert.Equal(made, Maker.Make(wide).Value);
        Assert.DoesNotContain(Metadata, System.Text.Encoding.Latin1.GetString(made[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_seen_has_no_colour_in_what_is_smaller()
    {
        byte[] half = [255, 0, 0, 255, 0, 255, 0, 0, 255, 0, 0, 255, 0, 255, 0, 0];

        Assert.Equal([255, 0, 0, 128], new SquarePicture(half, 2, 2).Scaled(1));
        Assert.Equal([255, 0, 0, 255, 0, 0, 0, 0], new SquarePicture(half, 2, 2).Scaled(2)[..8]);
    }

    [Fact]
    public async Task What_is_no_image_or_too_large_is_refused()
    {
        Assert.Equal("profile.avatar_unreadable", Maker.Make("GIF89a"u8.ToArray()).Error?.Code);
        Assert.Equal("profile.avatar_too_large", Maker.Make(await PngAsync("-f lavfi -i color=red:s=1026x10 -frames:v 1")).Error?.Code);
        var good = await PngAsync("-f lavfi -i testsrc=s=16x16:d=1,format=pal8 -frames:v 1");
        for (var at = 0; at < good.Length; at++)
        {
            byte[] damaged = [.. good];
            damaged[at] ^= 0x10;
            Assert.Equal("profile.avatar_unreadable", Maker.Make(damaged).Error?.Code);
        }
    }

    private static byte[] Decode(byte[] png)
    {
        var chunks = PngChunks.Read(png)!;
        return PngPixels.Decode(png, PngHeader.Read(png, chunks)!, chunks)!;
    }

    private static async Task<byte[]> PngAsync(string arguments) => await File.ReadAllBytesAsync(await Clips.MakeAsync("png", arguments));
}

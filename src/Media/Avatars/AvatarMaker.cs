using StreamPlatform.Domain;
using StreamPlatform.Domain.Accounts.Profiles;
using StreamPlatform.Media.Watermarking;

namespace StreamPlatform.Media.Avatars;

/// <summary>Makes avatars in managed code, so that a function app may: what a stranger's file could break is its own answer.</summary>
public sealed class AvatarMaker : IAvatarMaker
{
    public Result<IReadOnlyList<byte[]>> Make(byte[] png)
    {
        if (PngChunks.Read(png) is not { } chunks || PngHeader.Read(png, chunks) is not { } header)
            return ProfileErrors.AvatarUnreadable();
        if (header.Width > Domain.Accounts.Profiles.Avatars.LongestSide || header.Height > Domain.Accounts.Profiles.Avatars.LongestSide)
            return ProfileErrors.AvatarTooLarge();
        if (PngPixels.Decode(png, header, chunks) is not { } pixels)
            return ProfileErrors.AvatarUnreadable();
        var picture = new SquarePicture(pixels, header.Width, header.Height);
        return AvatarPaths.Sides.Select(side => PngWriter.Write(picture.Scaled(side), side, side)).ToArray();
    }
}

using System.Buffers.Binary;

namespace StreamPlatform.Media.Tests.Support;

/// <summary>Damages files on purpose.</summary>
public static class Hostile
{
    public static async Task<string> FileAsync(byte[] bytes)
    {
        var file = Clips.NewPath("bin");
        await File.WriteAllBytesAsync(file, bytes);
        return file;
    }

    /// <summary>Keeps only the first part.</summary>
    public static async Task<string> CutAsync(string file, double part)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        return await FileAsync(bytes[..(int)(bytes.Length * part)]);
    }

    /// <summary>Overwrites everything behind the header of a WebM file's first cluster's first kilobyte with a pattern that no codec takes for a frame.</summary>
    public static async Task<string> OverwriteFramesAsync(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var cluster = bytes.AsSpan().IndexOf(new byte[] { 0x1F, 0x43, 0xB6, 0x75 });
        // SimpleBlock (0xA3): size (vint), track, time (2), flags, frame.
        for (var i = cluster; i < bytes.Length - 12; i++)
        {
            if (bytes[i] == 0xA3 && bytes[i + 1] is >= 0x40 and < 0x80 && bytes[i + 3] == 0x81)
            {
                var size = ((bytes[i + 1] & 0x3F) << 8) | bytes[i + 2];
                bytes.AsSpan(i + 7, Math.Min(size - 4, bytes.Length - i - 7)).Fill(0xFF);
                i += size;
            }
        }

        return await FileAsync(bytes);
    }

    /// <summary>Sets the duration in mvhd and mvex/mehd-less tkhd boxes, in units of 1/1000 s.</summary>
    public static void ClaimDuration(byte[] mp4, uint seconds)
    {
        var mvhd = mp4.AsSpan().IndexOf("mvhd"u8);
        BinaryPrimitives.WriteUInt32BigEndian(mp4.AsSpan(mvhd + 20), seconds * 1000);
        var mdhd = mp4.AsSpan().IndexOf("mdhd"u8);
        var timescale = BinaryPrimitives.ReadUInt32BigEndian(mp4.AsSpan(mdhd + 16));
        BinaryPrimitives.WriteUInt32BigEndian(mp4.AsSpan(mdhd + 20), seconds * timescale);
    }
}

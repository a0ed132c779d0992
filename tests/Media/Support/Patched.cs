using System.Buffers.Binary;

namespace StreamPlatform.Media.Tests.Support;

/// <summary>MP4 files with a few bytes changed: things that ffmpeg reads but doesn't write.</summary>
public static class Patched
{
    /// <summary>Another transformation matrix (a, b, c, d) in the first track's header, as whole numbers.</summary>
    public static async Task<string> MatrixAsync(string file, int a, int b, int c, int d)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        // tkhd, version 0: 36 bytes of other fields behind the type and version.
        var matrix = bytes.AsSpan(bytes.AsSpan().IndexOf("tkhd"u8) + 4 + 40, 36);
        int[] cells = [a << 16, b << 16, 0, c << 16, d << 16, 0, 0, 0, 1 << 30];
        for (var i = 0; i < cells.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(matrix[(4 * i)..], cells[i]);
        return await WriteAsync(bytes);
    }

    /// <summary>Another four-character code of the sample entry.</summary>
    public static async Task<string> SampleEntryAsync(string file, string from, string to)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var entry = bytes.AsSpan().IndexOf("stsd"u8);
        while (!bytes.AsSpan(entry + 16, 4).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(from)))
            entry += 4 + bytes.AsSpan(entry + 4).IndexOf("stsd"u8);
        System.Text.Encoding.ASCII.GetBytes(to).CopyTo(bytes.AsSpan(entry + 16));
        return await WriteAsync(bytes);
    }

    /// <summary>One more box at the end of the first sample entry of a file whose movie box is the last.</summary>
    public static async Task<string> WithBoxAsync(string file, byte[] box)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        int at = 0, end = 0, start = 0;
        foreach (var type in new[] { "moov", "trak", "mdia", "minf", "stbl", "stsd" })
        {
            start += bytes.AsSpan(start).IndexOf(System.Text.Encoding.ASCII.GetBytes(type));
            Grow(start - 4);
        }

        at = start + 12;
        end = at + BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
        Grow(at);
        return await WriteAsync([.. bytes[..end], .. box, .. bytes[end..]]);

        void Grow(int offset) =>
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(offset), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(offset)) + box.Length);
    }

    private static async Task<string> WriteAsync(byte[] bytes)
    {
        var file = Clips.NewPath("mp4");
        await File.WriteAllBytesAsync(file, bytes);
        return file;
    }
}

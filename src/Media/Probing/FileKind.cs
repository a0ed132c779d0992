using System.Text;
using StreamPlatform.Domain;

namespace StreamPlatform.Media.Probing;

/// <summary>Says of a file that is neither video nor sound what it is, where its first bytes tell, so that its creator knows what went wrong.</summary>
internal static class FileKind
{
    private const int Look = 512;

    /// <summary>The best error for it; <paramref name="otherwise"/> when nothing is known.</summary>
    public static Error Explain(string file, Error otherwise)
    {
        var buffer = new byte[Look];
        using var stream = File.OpenRead(file);
        var head = buffer.AsSpan(0, stream.ReadAtLeast(buffer, Look, throwOnEndOfStream: false));
        if (Image(head) is { } image)
            return SourceErrors.Image(image);
        return Script(head) is { } script ? SourceErrors.Playlist(script) : otherwise;
    }

    private static string? Image(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG",
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "BMP",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "TIFF",
        [(byte)'8', (byte)'B', (byte)'P', (byte)'S', ..] => "Photoshop",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "WebP",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', ..] or [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'m', (byte)'i', (byte)'f', ..] => "HEIC",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', ..] => "AVIF",
        _ => null,
    };

    private static string? Script(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (text.StartsWith("#EXTM3U", StringComparison.Ordinal))
            return "an HLS or M3U playlist";
        if (text.StartsWith("ffconcat", StringComparison.Ordinal))
            return "an ffconcat script";
        return text.StartsWith('<') && text.Contains("<MPD", StringComparison.Ordinal) ? "a DASH manifest" : null;
    }
}

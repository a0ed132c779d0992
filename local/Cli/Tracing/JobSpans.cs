using StreamPlatform.Domain.Operations.Tracing;

namespace StreamPlatform.Local.Cli.Tracing;

/// <summary>Reads the files in which jobs leave their spans. A job holds a lock on its own for as long as it lives, however it ends.</summary>
internal static class JobSpans
{
    private const int MaxFiles = 100;
    private const long MaxBytes = 4 << 20;

    /// <summary>Adds the spans of jobs that have ended.</summary>
    /// <returns>The files that were read, to be deleted once the spans are kept.</returns>
    public static List<string> Take(string folder, List<SpanRecord> spans)
    {
        var read = new List<string>();
        if (!Directory.Exists(folder))
        {
            return read;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.spans").Take(MaxFiles))
        {
            if (TryRead(path) is { } bytes)
            {
                spans.AddRange(SpansOf(bytes));
                read.Add(path);
            }
        }

        return read;
    }

    private static List<SpanRecord> SpansOf(byte[] bytes)
    {
        var spans = new List<SpanRecord>();
        foreach (var range in bytes.AsSpan().Split((byte)'\n'))
        {
            if (SpanRecord.Parse(bytes.AsSpan()[range]) is { } span)
            {
                spans.Add(span);
            }
        }

        return spans;
    }

    private static byte[]? TryRead(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            var bytes = new byte[Math.Min(file.Length, MaxBytes)];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (IOException)
        {
            // Its job lives.
            return null;
        }
    }
}

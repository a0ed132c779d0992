namespace StreamPlatform.Media.Tools;

/// <summary>Keeps the last lines of a stream in bounded memory, however much is written and however long a line is.</summary>
internal sealed class LineTail(int maxLines, int maxLineLength = 400)
{
    private readonly Queue<string> _lines = new();
    private readonly System.Text.StringBuilder _current = new();

    /// <summary>Lines so far that tell of something that could not be decoded, in ffmpeg's and its decoders' words.</summary>
    public long DecodeErrors { get; private set; }

    public IReadOnlyList<string> Lines => [.. _lines];

    public async Task ReadAsync(TextReader reader, CancellationToken ct)
    {
        var buffer = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(buffer, ct)) > 0)
        {
            foreach (var c in buffer.AsSpan(0, count))
                Add(c);
        }

        EndLine();
    }

    private void Add(char c)
    {
        if (c is '\n' or '\r')
            EndLine();
        else if (_current.Length < maxLineLength)
            _current.Append(c);
    }

    private void EndLine()
    {
        if (_current.Length == 0)
            return;
        var line = _current.ToString();
        if (line.Contains("rror while decoding", StringComparison.Ordinal))
            DecodeErrors++;
        _lines.Enqueue(line);
        _current.Clear();
        if (_lines.Count > maxLines)
            _lines.Dequeue();
    }
}

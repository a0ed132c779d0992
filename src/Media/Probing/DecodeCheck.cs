using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Probing;

/// <summary>Decodes the first picture and the first sound: the only proof that a codec's name, profile and bytes fit.</summary>
internal sealed class DecodeCheck
{
    private readonly HashSet<string> _media = [];
    private readonly HashSet<string> _indexes = [];
    private readonly Dictionary<string, string> _types = [];

    public bool VideoDecodes => _media.Contains("video");

    public bool AudioDecodes => _media.Contains("audio");

    /// <summary>The first picture carried CEA-608 or -708 captions, as each does of what was broadcast with them.</summary>
    public bool HasCaptions { get; private set; }

    /// <summary>
    /// ffmpeg's <c>V</c> is video without cover pictures; framecrc prints a line for each decoded frame. Filters end each
    /// track by itself: <c>-frames</c> ends all as soon as one has its frame, and the track that starts later is missed.
    /// </summary>
    public static string Arguments(string file) =>
        $"-nostdin -v info -nostats {InputGuard.Options} -i \"{file}\" -map 0:V:0? -map 0:a:0? -vf trim=end_frame=1,showinfo=checksum=0 -af atrim=end_sample=1 -threads 2 -f framecrc pipe:1";

    public async Task ReadAsync(Stream output, CancellationToken ct)
    {
        using var reader = new StreamReader(output);
        while (await reader.ReadLineAsync(ct) is { } line)
            Read(line);
    }

    /// <summary>What showinfo tells of the picture goes to standard error.</summary>
    public void Hear(IEnumerable<string> lines) => HasCaptions |= lines.Any(line => line.Contains("side data - A/53 closed captions", StringComparison.Ordinal));

    private void Read(string line)
    {
        const string Type = "#media_type ";
        if (line.StartsWith(Type, StringComparison.Ordinal) && line.Split(": ") is [var head, var media])
            _types[head[Type.Length..]] = media;
        else if (!line.StartsWith('#') && line.Split(',') is [var index, _, ..] && _indexes.Add(index.Trim()))
            _media.Add(_types.GetValueOrDefault(index.Trim(), ""));
    }
}

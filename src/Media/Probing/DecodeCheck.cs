using StreamPlatform.Media.Tools;

namespace StreamPlatform.Media.Probing;

/// <summary>Decodes the first picture or sound of each track: the only proof that a codec's name, profile and bytes fit.</summary>
internal sealed class DecodeCheck(Tool ffmpeg, ToolLimits limits)
{
    /// <summary>Tracks that are tried one by one when they can't be tried together.</summary>
    private const int MostAlone = 8;

    /// <summary>What ffmpeg says of all streams and of one picture each.</summary>
    private const int SaidLines = 400;

    private readonly HashSet<int> _decoding = [];
    private readonly HashSet<int> _withoutDecoder = [];

    /// <summary>What ffmpeg said last.</summary>
    public string Tail { get; private set; } = "";

    public bool Decodes(StreamScan stream) => _decoding.Contains(stream.Index);

    /// <summary>ffmpeg knows the codec at most by name.</summary>
    public bool HasNoDecoder(StreamScan stream) => !stream.HasCodec || _withoutDecoder.Contains(stream.Index);

    /// <summary>The first picture carried CEA-608 or -708 captions, as each does of what was broadcast with them.</summary>
    public bool HasCaptions { get; private set; }

    /// <summary>Lines of ffmpeg's showinfo about what lies beside the first pictures: captions, HDR10 metadata.</summary>
    public IReadOnlyList<string> SideData { get; private set; } = [];

    /// <summary>
    /// Tries all tracks in one run, beside the scan whose answer comes as <paramref name="scanning"/>. One without a decoder
    /// fails them all: then those that may decode are tried again, together and at last alone.
    /// </summary>
    public async Task RunAsync(string file, Task<Scan> scanning, CancellationToken ct)
    {
        // ffmpeg's V is video without cover pictures.
        var (places, exit) = await TryAsync(file, ["0:V?", "0:a?"], ct);
        var scan = await scanning;
        List<StreamScan> tracks = [.. scan.Streams.Where(stream => stream is { Type: "video", IsPicture: false }), .. TrackChoice.Audios(scan)];
        _decoding.UnionWith(places.Where(place => place < tracks.Count).Select(place => tracks[place].Index));
        if (exit.Succeeded)
            return;

        var open = tracks.Where(track => track is { HasCodec: true, Packets: > 0 } && !_decoding.Contains(track.Index)).ToList();
        if (open.Count == 0 || exit.OutOfTime)
            return;
        if (open.Count > 1)
        {
            (places, exit) = await TryAsync(file, open.Select(track => $"0:{track.Index}"), ct);
            _decoding.UnionWith(places.Select(place => open[place].Index));
        }

        if (open.Count > 1 && (exit.Succeeded || exit.OutOfTime))
            return;
        foreach (var track in open.Where(track => !_decoding.Contains(track.Index)).Take(MostAlone))
        {
            (places, exit) = await TryAsync(file, [$"0:{track.Index}"], ct);
            if (places.Count > 0)
                _decoding.Add(track.Index);
            else if (exit.Says("Decoder (codec") || exit.Says("Decoder not found"))
                _withoutDecoder.Add(track.Index);
        }
    }

    /// <summary>
    /// What showinfo tells of a picture goes to standard error; framecrc prints a line for each decoded frame. Filters end each track by itself: <c>-frames</c> ends all as soon as
    /// one has its frame, and the track that starts later is missed.
    /// </summary>
    private async Task<(HashSet<int> Places, ToolExit Exit)> TryAsync(string file, IEnumerable<string> maps, CancellationToken ct)
    {
        var places = new HashSet<int>();
        var exit = await ffmpeg.RunAsync(
            $"-nostdin -v info -nostats -max_error_rate 1 {InputGuard.Options} -i \"{file}\" {string.Join(' ', maps.Select(map => $"-map {map}"))} -vf trim=end_frame=1,showinfo=checksum=0 -af atrim=end_sample=1 -threads 2 -f framecrc pipe:1",
            limits with { LinesKept = SaidLines }, ReadAsync, ct);
        Tail = string.Join('\n', exit.LastLines.TakeLast(limits.LinesKept));
        SideData = [.. SideData, .. exit.LastLines.Where(line => line.Contains("side data - ", StringComparison.Ordinal))];
        HasCaptions |= exit.Says("side data - A/53 closed captions");
        return (places, exit);

        async Task ReadAsync(Stream output, CancellationToken stop)
        {
            using var reader = new StreamReader(output);
            while (await reader.ReadLineAsync(stop) is { } line)
            {
                if (!line.StartsWith('#') && line.Split(',') is [var place, _, ..] && int.TryParse(place, out var number))
                    places.Add(number);
            }
        }
    }
}

namespace StreamPlatform.Bench;

/// <summary>
/// From the block list's commit until a player can have the first picture and the first sound, for sources of one, ten and
/// sixty minutes of 360p in several containers; median of three each. Work on a source is stopped once it can be played.
/// </summary>
internal static class PlayableBench
{
    private const int Repeats = 3;
    private static readonly int[] Minutes = [1, 10, 60];

    private static readonly (string Name, string Extension, string[] Options)[] Containers =
    [
        ("mp4", "mp4", ["-movflags", "+faststart"]), ("mp4AtEnd", "mp4", []), ("fragmented", "mp4", ["-movflags", "+frag_keyframe+empty_moov"]),
        ("mkv", "mkv", []), ("ts", "ts", []),
    ];

    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            await using var platform = await ServedPlatform.StartAsync(Path.Combine(folder, "data"), ct);
            var rows = new List<BenchRow>();
            foreach (var (name, extension, options) in Containers)
            {
                var seconds = new Dictionary<int, double>();
                foreach (var minutes in Minutes)
                {
                    var source = Path.Combine(folder, $"{name}-{minutes}.{extension}");
                    await MakeAsync(source, minutes, options, folder, ct);
                    if (rows.Count == 0 && seconds.Count == 0)
                        await platform.PlayableAsync(source, ct);
                    seconds[minutes] = await MedianAsync(() => platform.PlayableAsync(source, ct));
                    File.Delete(source);
                }

                rows.AddRange(Minutes.Skip(1).Select(minutes => BenchRow.Against(
                    minutes == Minutes[^1] ? name == "mp4" ? "playable.growth" : $"playable.growth.{name}" : $"playable.{name}{minutes}", seconds[minutes], "s", seconds[Minutes[0]])));
            }

            return rows;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Ten seconds of motion and a tone, over and over.</summary>
    private static async Task MakeAsync(string file, int minutes, string[] options, string folder, CancellationToken ct)
    {
        var once = Path.Combine(folder, "once.mp4");
        if (!File.Exists(once))
        {
            await Measured.RunAsync(
                "ffmpeg",
                [
                    "-v", "error", "-nostdin", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=30:duration=10", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=10",
                    "-c:v", "libx264", "-preset", "veryfast", "-b:v", "600k", "-g", "60", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "96k", once,
                ],
                null,
                ct);
        }

        await Measured.RunAsync("ffmpeg", ["-v", "error", "-nostdin", "-stream_loop", $"{minutes * 6 - 1}", "-i", once, "-t", $"{minutes * 60}", "-c", "copy", .. options, file], null, ct);
    }

    private static async Task<double> MedianAsync(Func<Task<double>> measure)
    {
        var values = new List<double>();
        for (var i = 0; i < Repeats; i++)
            values.Add(await measure());
        Console.Error.WriteLine(string.Join(' ', values.Select(value => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture))));
        values.Sort();
        return values[Repeats / 2];
    }
}

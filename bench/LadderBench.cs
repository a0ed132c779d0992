using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using StreamPlatform.Bench.Ladder;
using StreamPlatform.Media.Checking;

namespace StreamPlatform.Bench;

/// <summary>
/// Four titles published by the platform, each rung's bits against the seed ladder's: one pass at the seed's bitrates with the
/// same encoder and preset. Rungs that the platform drops count on neither side.
/// </summary>
internal static class LadderBench
{
    public static async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("stream-bench-").FullName;
        try
        {
            var contents = await Content.MakeAsync(folder, ct);
            var published = await PublishAsync(contents, folder, ct);
            var rungs = new List<Rung>();
            foreach (var content in contents)
                rungs.AddRange(await new Comparison(content, folder).RunAsync(published[content.Name], ct));
            Print(rungs);
            return
            [
                .. rungs.GroupBy(rung => rung.Content).Select(title => Bits($"ladder.bits.{title.Key}", [.. title])),
                Bits("ladder.bits", rungs),
                BenchRow.Against("ladder.worstSsim", rungs.Min(rung => rung.SsimGain), "SSIM", -0.002),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BenchRow Bits(string name, IReadOnlyList<Rung> rungs) =>
        BenchRow.Against(name, rungs.Sum(rung => rung.Ours.Bitrate) / 1000, "kbit/s", rungs.Sum(rung => rung.Seed.Bitrate) / 1000);

    private static void Print(IReadOnlyList<Rung> rungs)
    {
        foreach (var rung in rungs)
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rung.Content,-12} {rung.Name,-6} {rung.Ours.Bitrate / 1000,7:0} kbit/s SSIM {rung.Ours.Ssim:0.00000}   seed {rung.Seed.Bitrate / 1000,7:0} kbit/s SSIM {rung.Seed.Ssim:0.00000}   bits {rung.Ours.Bitrate / rung.Seed.Bitrate:0.00}  SSIM {rung.SsimGain:+0.00000;-0.00000}"));
        }

        foreach (var title in rungs.GroupBy(rung => rung.Content))
        {
            var rate = BdRate.Of(title.Select(rung => (rung.Ours.Bitrate, rung.Ours.ShownSsim)), title.Select(rung => (rung.Seed.Bitrate, rung.Seed.ShownSsim)));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title.Key,-12} BD-rate {rate:+0.0 %;-0.0 %}"));
        }
    }

    /// <summary>Publishes all and keeps serving until every rung was read back as a player reads it.</summary>
    private static async Task<Dictionary<string, IReadOnlyList<(string Name, string File)>>> PublishAsync(IReadOnlyList<Content> contents, string folder, CancellationToken ct)
    {
        using var platform = Measured.Start(
            Path.Combine(Measured.RepositoryRoot, "stream"),
            ["publish", "--json", "--data", Path.Combine(folder, "data"), .. contents.Select(content => content.File)],
            new Dictionary<string, string> { ["Processing__Pictures"] = "false" });
        try
        {
            var errors = platform.StandardError.ReadToEndAsync(ct);
            var tracks = new Dictionary<string, IReadOnlyList<(string, string)>>(StringComparer.Ordinal);
            using var http = new HttpClient();
            foreach (var content in contents)
            {
                var line = await platform.StandardOutput.ReadLineAsync(ct) ?? throw new InvalidOperationException($"The platform ended: {await errors}");
                using var asset = JsonDocument.Parse(line);
                tracks[content.Name] = await FetchAsync(content, asset.RootElement, folder, http, ct);
            }

            return tracks;
        }
        finally
        {
            using var interrupt = Process.Start("kill", ["-INT", $"{platform.Id}"]);
            await platform.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<IReadOnlyList<(string Name, string File)>> FetchAsync(Content content, JsonElement asset, string folder, HttpClient http, CancellationToken ct)
    {
        if (asset.GetProperty("status").GetString() != "ready")
            throw new InvalidOperationException($"{content.Name} is {asset.GetProperty("status").GetString()}: {asset.GetProperty("error")}");
        var names = asset.GetProperty("renditions").EnumerateArray()
            .Where(rendition => rendition.GetProperty("kind").GetString() == "video").Select(rendition => rendition.GetProperty("name").GetString()!).ToList();
        var listed = await new ManifestReader(new HttpMediaFetcher(http), _ => { }).ReadAsync(new Uri(asset.GetProperty("hlsUrl").GetString()!), ct);
        var files = new List<(string, string)>();
        foreach (var name in names)
        {
            var track = listed.Tracks.First(candidate => !candidate.KeyFramesOnly && candidate.Segments[0].Uri.AbsolutePath.Contains($"/{name}/", StringComparison.Ordinal));
            var file = Path.Combine(folder, $"{content.Name}-{name}-ours.mp4");
            await using var stream = File.Create(file);
            foreach (var part in track.Segments.Select(segment => segment.Uri).Prepend(track.Segments[0].Init!))
                await stream.WriteAsync(await http.GetByteArrayAsync(part, ct), ct);
            files.Add((name, file));
        }

        return files;
    }
}

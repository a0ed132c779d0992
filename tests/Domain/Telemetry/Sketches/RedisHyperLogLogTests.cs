using System.Diagnostics;
using System.Globalization;
using StreamPlatform.Domain.Telemetry.Sketches;

namespace StreamPlatform.Domain.Tests.Telemetry.Sketches;

/// <summary>A second opinion: Redis, whose <c>PFCOUNT</c> has as many registers and its own hash.</summary>
public sealed class RedisHyperLogLogTests
{
    private const int PerCommand = 1_000;

    [SkippableFact]
    public async Task Redis_counts_about_as_many_of_the_same_things_also_merged()
    {
        Skip.If(Find("redis-server") is null || Find("redis-cli") is null, "Redis is not installed.");
        int[] sizes = [500, 20_000, 150_000];
        var sketches = sizes.Select(size =>
        {
            var sketch = new HyperLogLog();
            for (var id = 0; id < size; id++)
                sketch.Add((ulong)(id + size));
            return sketch;
        }).ToArray();
        var whole = new HyperLogLog();
        foreach (var sketch in sketches)
            whole.MergeWith(sketch);
        var different = sizes.SelectMany(size => Enumerable.Range(size, size)).Distinct().Count();

        var theirs = await AskAsync(sizes);

        Assert.All(
            sizes.Append(different).Zip(sketches.Append(whole), theirs),
            each =>
            {
                Assert.InRange(each.Second.Estimate() / (double)each.First, 0.98, 1.02);
                Assert.InRange(each.Third / (double)each.First, 0.98, 1.02);
            });
    }

    /// <summary>What Redis counts of each set, and of all together.</summary>
    private static async Task<IReadOnlyList<long>> AskAsync(int[] sizes)
    {
        var folder = Directory.CreateTempSubdirectory("redis-");
        var socket = Path.Combine(folder.FullName, "s");
        using var server = Process.Start(new ProcessStartInfo("redis-server", ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder.FullName])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            while (await server.StandardOutput.ReadLineAsync() is { } line && !line.Contains("connections at", StringComparison.Ordinal))
            {
            }

            using var client = Process.Start(new ProcessStartInfo("redis-cli", ["-s", socket]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            var output = client.StandardOutput.ReadToEndAsync();
            foreach (var size in sizes)
            {
                foreach (var ids in Enumerable.Range(size, size).Chunk(PerCommand))
                    await client.StandardInput.WriteLineAsync($"PFADD s{size} {string.Join(' ', ids)}");
            }

            foreach (var size in sizes)
                await client.StandardInput.WriteLineAsync($"PFCOUNT s{size}");
            await client.StandardInput.WriteLineAsync($"PFCOUNT {string.Join(' ', sizes.Select(size => $"s{size}"))}");
            client.StandardInput.Close();
            await client.WaitForExitAsync();
            var answers = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return [.. answers[^(sizes.Length + 1)..].Select(answer => long.Parse(answer, CultureInfo.InvariantCulture))];
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}

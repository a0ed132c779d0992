using System.Diagnostics;
using System.Globalization;
using StreamPlatform.Domain.Processing.Probing;
using StreamPlatform.Domain.Processing.Profiles;
using StreamPlatform.Media.Planning;
using StreamPlatform.Media.Probing;
using StreamPlatform.Media.Tests.Support;
using Xunit.Abstractions;

namespace StreamPlatform.Media.Tests.Inputs;

/// <summary>
/// Damaged real files through probe and plan: every one is described or refused, in time and memory. <c>tests/fuzz-probe</c>
/// throws many; by itself the suite throws a few.
/// </summary>
public sealed class ProbeFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int MostSeconds = 10;
    private const long MostManagedBytes = 400 << 20;

    private static readonly string[] Codes = ["source.", "plan."];

    private readonly MediaFixture _media = new();

    public void Dispose() => _media.Dispose();

    [Fact]
    public async Task A_damaged_file_is_described_or_refused_in_time()
    {
        var count = Number("FUZZ_PROBES", 12);
        var random = new Random(Number("FUZZ_SEED", 1));
        var seeds = await SeedsAsync();
        var refusals = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var slowest = TimeSpan.Zero;
        var slow = "";
        long most = 0;
        for (var round = 0; round < count; round++)
        {
            var seed = seeds[round % seeds.Count];
            var bytes = Damage((byte[])seed.Bytes.Clone(), random);
            var watch = Stopwatch.StartNew();
            var code = await ProbeAndPlanAsync(bytes, keepDamaged: random.Next(2) == 0);
            if (watch.Elapsed > slowest)
                (slowest, slow) = (watch.Elapsed, $"{seed.Name}, round {round}: {code}");
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
            refusals[code] = refusals.GetValueOrDefault(code) + 1;
            Assert.True(Codes.Any(known => code.StartsWith(known, StringComparison.Ordinal)) || code == "planned", $"{seed.Name}, round {round}: {code}");
        }

        output.WriteLine($"{count} files; slowest {slowest.TotalSeconds:0.00} s ({slow}); managed memory at most {most >> 20} MB");
        foreach (var (code, times) in refusals)
            output.WriteLine($"{times,6} {code}");
        Assert.True(slowest < TimeSpan.FromSeconds(MostSeconds), $"The slowest took {slowest}: {slow}.");
        Assert.True(most < MostManagedBytes, $"{most} bytes of memory.");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_media.Scratch.Folder));
    }

    private async Task<string> ProbeAndPlanAsync(byte[] bytes, bool keepDamaged)
    {
        var file = await Hostile.FileAsync(bytes);
        var source = await _media.UploadAsync(file);
        File.Delete(file);
        var probed = await _media.Prober(new ProbeOptions { ProbeSeconds = MostSeconds - 2 }).ProbeAsync(source, new EncodingChoice { KeepDamaged = keepDamaged }, default);
        await _media.Blobs.DeleteAsync(new Domain.Storage.BlobPath(source.Container, source.BlobName), default);
        if (probed.Error is { } error)
            return error.Code;
        var planned = new TranscodePlanner(new PlanOptions { PerTitle = false }).Plan("asset_1", 1, source, probed.Value);
        if (planned.Error is { } why)
            return why.Code;
        Assert.True(planned.Value.Items.Count > 0 && PlanText.Print(planned.Value).Length > 0);
        return "planned";
    }

    /// <summary>Overwrites, cuts out, doubles or cuts off: what copying and storing does to files, and what people do on purpose.</summary>
    private static byte[] Damage(byte[] bytes, Random random)
    {
        for (var hits = 1 << random.Next(0, 8); hits > 0 && bytes.Length > 64; hits--)
        {
            // Headers are where it hurts: half of the damage is done to the first and last kilobytes.
            var at = random.Next(4) switch { 0 => random.Next(Math.Min(2000, bytes.Length)), 1 => bytes.Length - 1 - random.Next(Math.Min(4000, bytes.Length)), _ => random.Next(bytes.Length) };
            switch (random.Next(12))
            {
                case 0:
                    var length = Math.Min(random.Next(1, 5000), bytes.Length - at);
                    bytes = [.. bytes[..at], .. bytes[(at + length)..]];
                    break;
                case 1:
                    var copied = Math.Min(random.Next(1, 2000), bytes.Length - at);
                    bytes = [.. bytes[..(at + copied)], .. bytes[at..]];
                    break;
                case 2:
                    Array.Fill(bytes, (byte)(random.Next(2) * 255), at, Math.Min(random.Next(1, 64), bytes.Length - at));
                    break;
                case 3 when random.Next(8) == 0:
                    bytes = bytes[..Math.Max(64, at)];
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return bytes;
    }

    /// <summary>The clips of a folder that an environment variable names, else one small file of each of some containers.</summary>
    private static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> SeedsAsync()
    {
        var seeds = new List<(string, byte[])>();
        if (Environment.GetEnvironmentVariable("STREAMPLATFORM_CLIPS") is { } folder && Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order())
                seeds.Add((Path.GetFileName(file), await File.ReadAllBytesAsync(file)));
        }

        var wanted = Environment.GetEnvironmentVariable("FUZZ_PROBES") is null ? ["mp4 h264 aac", "mkv live", "ts h264 ac3", "avi mpeg4 mp3"] : InputCatalogue.Containers.Select(input => input.Name).ToArray();
        foreach (var input in InputCatalogue.Containers.Where(input => wanted.Contains(input.Name)))
            seeds.Add((input.Name, await File.ReadAllBytesAsync(await Clips.MakeAsync(input.Extension, input.Arguments))));
        return seeds;
    }

    private static int Number(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : standard;
}

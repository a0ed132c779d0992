using System.Globalization;
using Xunit.Abstractions;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// Processes die at random instants while videos are made, cancelled and deleted; afterwards nothing may be missing,
/// doubled or left over. <c>tests/faults</c> runs the long drill; the suite a short one.
/// </summary>
public sealed class FaultDrillTests(ITestOutputHelper output)
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("FAULT_KILLS") ?? "3", CultureInfo.InvariantCulture);
    private static readonly int Seed = int.Parse(
        Environment.GetEnvironmentVariable("FAULT_SEED") ?? $"{Random.Shared.Next(100_000)}", CultureInfo.InvariantCulture);

    private static readonly (string, string)[] Settings =
    [
        ("Processing__ChunkSeconds", "8"),
        ("Processing__SupersededLifetimeHours", "0.001"),
        ("Processing__LeaseSeconds", "10"),
    ];

    [Fact]
    public async Task Killed_at_random_instants_every_video_becomes_ready_with_the_bytes_of_an_undisturbed_run()
    {
        output.WriteLine($"Kills: {Kills}, seed: {Seed}.");
        await using var platform = await Platform.StartAsync(Settings);
        var creator = new Creator(platform);
        var source = await Samples.VideoAsync(platform.Folder, "source.mp4", seconds: 20, size: "640x360", rate: 25);

        var undisturbed = await creator.UploadAsync(source);
        await BecomesAsync(creator, undisturbed, "ready");
        var expected = await StoredBlobs.OfAsync(platform, undisturbed);

        var saboteur = new Saboteur(platform, new Random(Seed));
        var assets = new List<string>();
        while (saboteur.Victims.Count < Kills)
        {
            await KeepBusyAsync(creator, source, assets);
            await saboteur.StrikeAsync();
        }

        output.WriteLine($"Killed: {saboteur}; videos: {assets.Count}.");
        foreach (var asset in assets)
        {
            await BecomesAsync(creator, asset, "ready");
            Assert.Equal(1, (await creator.FindAsync(asset))!.Value.GetProperty("revision").GetInt32());
            Assert.Equal(expected.Digests, (await StoredBlobs.OfAsync(platform, asset)).Digests);
        }

        await NothingIsLeftOverAsync(platform, creator, [undisturbed, .. assets], []);
    }

    [Fact]
    public async Task Cancelled_and_deleted_at_random_instants_between_kills_nothing_is_left_over()
    {
        output.WriteLine($"Seed: {Seed}.");
        await using var platform = await Platform.StartAsync(Settings);
        var creator = new Creator(platform);
        var random = new Random(Seed);
        var saboteur = new Saboteur(platform, random);
        var source = await Samples.VideoAsync(platform.Folder, "source.mp4", seconds: 20, size: "640x360", rate: 25);

        var cancelled = new List<string>();
        var deleted = new List<string>();
        for (var round = 0; round < Math.Max(2, Kills / 4); round++)
        {
            var asset = await creator.UploadAsync(source);
            await Task.Delay(random.Next(0, 4000));
            if (random.Next(2) == 0)
            {
                await creator.CancelAsync(asset);
                cancelled.Add(asset);
            }
            else
            {
                await creator.DeleteAsync(asset);
                deleted.Add(asset);
            }

            await saboteur.StrikeAsync();
        }

        output.WriteLine($"Killed: {saboteur}; cancelled: {cancelled.Count}, deleted: {deleted.Count}.");
        foreach (var asset in deleted)
            await BecomesAsync(creator, asset, "deleted");
        foreach (var asset in cancelled)
            await Eventually.HoldsAsync(
                async () => await creator.StatusAsync(asset) is "cancelled" or "ready", TimeSpan.FromMinutes(3), $"{asset} settles");
        var ready = new List<string>();
        foreach (var asset in cancelled)
            if (await creator.StatusAsync(asset) == "ready")
                ready.Add(asset);
        await NothingIsLeftOverAsync(platform, creator, ready, cancelled.Except(ready));
    }

    private static async Task KeepBusyAsync(Creator creator, string source, List<string> assets)
    {
        var busy = 0;
        foreach (var asset in assets.TakeLast(3))
            if (await creator.StatusAsync(asset) is not "ready")
                busy++;
        for (; busy < 2; busy++)
            assets.Add(await creator.UploadAsync(source));
    }

    private static Task BecomesAsync(Creator creator, string asset, string status) => Eventually.HoldsAsync(
        async () =>
        {
            var now = await creator.StatusAsync(asset);
            Assert.True(now is not "failed" || status == "failed", $"{asset} failed: {(await creator.FindAsync(asset))}");
            return now == status;
        },
        TimeSpan.FromMinutes(5),
        $"{asset} becomes {status}");

    /// <summary>
    /// Once superseded revisions have gone, every blob belongs to a ready video or is somebody's original, the quotas count
    /// just those, no message waits for a run that is over, and scratch is empty.
    /// </summary>
    private static async Task NothingIsLeftOverAsync(
        Platform platform, Creator creator, IEnumerable<string> ready, IEnumerable<string> originalsOnly)
    {
        var media = ready.ToHashSet();
        var originals = media.Concat(originalsOnly).ToHashSet();
        var strays = new List<string>();
        try
        {
            await Eventually.HoldsAsync(
                async () =>
                {
                    strays = [.. await StoredBlobs.StraysAsync(platform, media, originals), .. await StoredBlobs.QueuesInUseAsync(platform), .. InScratch(platform)];
                    var usage = (await StoredBlobs.OriginalsBytesAsync(platform), 0);
                    if (await creator.UsageAsync() is var used && used != usage)
                        strays.Add($"usage of {used}, not {usage}");
                    return strays.Count == 0;
                },
                TimeSpan.FromMinutes(3),
                "nothing is left over");
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Left over: {string.Join(", ", strays.Take(20))} ({strays.Count})");
        }
    }

    /// <summary>Of the platform's own folder only what it works on would count, and it works on nothing.</summary>
    private static IEnumerable<string> InScratch(Platform platform) =>
        Directory.EnumerateFiles(platform.Scratch, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith($"{platform.ProcessId}-", StringComparison.Ordinal));
}

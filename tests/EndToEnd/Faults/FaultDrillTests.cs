using Xunit.Abstractions;

namespace StreamPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// Processes die at random instants while videos are made; afterwards nothing may be missing, doubled or left over.
/// <c>tests/faults</c> runs the long drill; the suite a short one.
/// </summary>
[Collection(DrillCollection.Name)]
public sealed class FaultDrillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_at_random_instants_every_video_becomes_ready_with_the_bytes_of_an_undisturbed_run()
    {
        var report = new DrillReport(output);
        await using var platform = await Drill.StartPlatformAsync();
        var creator = new Creator(platform);
        var aftermath = new Aftermath(platform, creator);
        var source = await Drill.SourceAsync(platform, "source.mp4", Drill.Seconds);

        var undisturbed = await creator.UploadAsync(source);
        await aftermath.BecomesAsync(undisturbed, "ready");

        var random = new Random(Drill.Seed);
        var saboteur = new Saboteur(platform, random);
        var workload = new Workload(platform, creator, source);
        try
        {
            foreach (var aim in Aim.Shuffled(random).TakeWhile(_ => saboteur.Strikes.Count < Drill.Kills))
            {
                var depth = aim.Depth * random.NextDouble();
                var reached = await workload.ReachAsync(aim.Stage);
                await Task.Delay(depth);
                await saboteur.StrikeAsync(aim.Victim, reached ? aim.Stage : null, await workload.LookAsync());
            }
        }
        finally
        {
            report.Tell(saboteur, workload.Videos.Count);
        }

        foreach (var video in workload.Videos)
        {
            await video.Uploading;
            await aftermath.BecomesAsync(video.Asset, "ready");
            Assert.Equal(video.Revisions, (await creator.FindAsync(video.Asset))!.Value.GetProperty("revision").GetInt32());
        }

        var assets = workload.Videos.Select(video => video.Asset).Append(undisturbed).ToList();
        await aftermath.NothingIsLeftOverAsync(assets, assets);
        var expected = await StoredBlobs.OfAsync(platform, undisturbed);
        foreach (var asset in assets)
            Assert.Equal(expected.Digests, (await StoredBlobs.OfAsync(platform, asset)).Digests);
        var runs = 1 + workload.Videos.Sum(video => video.Revisions);
        Assert.Equal(runs * Drill.Seconds / 60.0, (await creator.UsageAsync()).Minutes, 0.15);
        report.Tell("Every video is as undisturbed, and nothing is left over.");
    }
}
